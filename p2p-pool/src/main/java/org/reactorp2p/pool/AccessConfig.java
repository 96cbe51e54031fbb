/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.List;
import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.GreylistConfig;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.admission.AddressLimits;
import org.reactorp2p.pool.peer.PeerAddress;

/**
 * Whom to keep out and whom to trust. The points of {@link NetworkConfig#peers} are trusted too,
 * since somebody named them by hand.
 *
 * @param visitors whom we talk to. Private mode also tells others to keep our address to themselves
 * @param perAddress how many from neighbouring addresses
 * @param keptForTrusted so many places at most are kept for those we trust and who hold none
 * @param greylist how long and how large it is
 * @param initial what the lists hold from the start
 */
public record AccessConfig(
    Visitors visitors,
    AddressLimits perAddress,
    int keptForTrusted,
    GreylistConfig greylist,
    AccessSnapshot initial) {

  /**
   * Everybody may come, eight from one address, and eight places wait for those we trust; the
   * original has neither limit.
   */
  public static final AccessConfig DEFAULT =
      new AccessConfig(
          Visitors.EVERYBODY,
          AddressLimits.DEFAULT,
          8,
          GreylistConfig.DEFAULT,
          AccessSnapshot.EMPTY);

  /** Refuses a number of places below 0. */
  public AccessConfig {
    if (keptForTrusted < 0) {
      throw new IllegalArgumentException(
          "the places kept for those we trust are 0 or more, not " + keptForTrusted);
    }
  }

  /** The same, talking to these. */
  public AccessConfig withVisitors(Visitors others) {
    return new AccessConfig(others, perAddress, keptForTrusted, greylist, initial);
  }

  /** The same with other limits of neighbouring addresses. */
  public AccessConfig withPerAddress(AddressLimits other) {
    return new AccessConfig(visitors, other, keptForTrusted, greylist, initial);
  }

  /** The same with another number of kept places. */
  public AccessConfig withKeptForTrusted(int places) {
    return new AccessConfig(visitors, perAddress, places, greylist, initial);
  }

  /** The same with another greylist. */
  public AccessConfig withGreylist(GreylistConfig other) {
    return new AccessConfig(visitors, perAddress, keptForTrusted, other, initial);
  }

  /** The same, trusting these and no others at first. */
  public AccessConfig withTrusted(List<Trustee> trusted) {
    return withInitial(new AccessSnapshot(initial.bans(), trusted, initial.greylist()));
  }

  /** The same with these bans and no others at first. */
  public AccessConfig withBans(List<Ban> bans) {
    return withInitial(new AccessSnapshot(bans, initial.trusted(), initial.greylist()));
  }

  /** Refuses to keep out whom the configuration wants dialled. */
  void requireNoBanOf(List<PeerAddress> peers) {
    for (Ban ban : initial.bans()) {
      for (PeerAddress peer : peers) {
        if (hits(ban.subject(), peer)) {
          throw new IllegalArgumentException(
              peer + " is to be dialled, but " + ban.subject() + " is banned");
        }
      }
    }
  }

  private static boolean hits(Subject subject, PeerAddress peer) {
    return subject instanceof Subject.Addresses some
        ? some.block().contains(peer.point().address())
        : peer.expected().map(Subject::of).filter(subject::equals).isPresent();
  }

  private AccessConfig withInitial(AccessSnapshot other) {
    return new AccessConfig(visitors, perAddress, keptForTrusted, greylist, other);
  }
}
