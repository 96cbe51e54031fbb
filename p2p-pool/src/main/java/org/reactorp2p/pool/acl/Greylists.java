/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.reactorp2p.crypto.identity.PeerId;

/** The greylist: one part for households, one for peers, so that neither crowds the other out. */
final class Greylists {

  private final Greylist households;
  private final Greylist peers;

  Greylists(GreylistConfig config) {
    this.households = new Greylist(config.maxAddresses());
    this.peers = new Greylist(config.maxPeers());
  }

  boolean includes(InetAddress address, Instant now) {
    return households.find(householdOf(address), now).isPresent();
  }

  boolean includes(PeerId peer, Instant now) {
    return peers.find(Subject.of(peer), now).isPresent();
  }

  /**
   * Adds an entry; an address stands for its household.
   *
   * @throws IllegalArgumentException for a block that is wider than a household
   */
  Greylisting add(Subject subject, Optional<Offence> offence, Instant now, Duration time) {
    var entry = new Greylisting(entryOf(subject), offence, now, now.plus(time));
    partOf(subject).add(entry, now);
    return entry;
  }

  /** Adds what was kept; it ends within the longest time from now, whatever it says. */
  void restore(Greylisting kept, Instant now) {
    Instant until = earlier(kept.until(), now.plus(GreylistConfig.LONGEST));
    Instant since = earlier(kept.since(), now);
    partOf(kept.subject())
        .add(new Greylisting(entryOf(kept.subject()), kept.offence(), since, until), now);
  }

  /** Whether there was an entry about this, which a wide block never has. */
  boolean remove(Subject subject, Instant now) {
    boolean wide = subject instanceof Subject.Addresses some && some.isWide();
    return !wide && partOf(subject).remove(entryOf(subject), now);
  }

  /** How many entries there were. */
  int clear(Instant now) {
    int held = households.size(now) + peers.size(now);
    households.clear();
    peers.clear();
    return held;
  }

  /** Addresses first, in each part the first to expire first. */
  List<Greylisting> all(Instant now) {
    return Stream.concat(households.all(now).stream(), peers.all(now).stream()).toList();
  }

  static Subject householdOf(InetAddress address) {
    return new Subject.Addresses(AddressBlock.household(address));
  }

  private Greylist partOf(Subject subject) {
    return subject instanceof Subject.Peer ? peers : households;
  }

  private static Subject entryOf(Subject subject) {
    if (!(subject instanceof Subject.Addresses some)) {
      return subject;
    }
    if (some.isWide()) {
      throw new IllegalArgumentException(
          "the greylist holds single addresses and IPv6 /64, not " + some + ": ban it instead");
    }
    return householdOf(some.block().first());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
