/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.net.InetAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.reactorp2p.crypto.identity.PeerId;

/** The bans, found by peer and by any address in their blocks. What has ended is not found. */
final class BanTable {

  private final Map<Subject, Ban> bans = new LinkedHashMap<>();

  /** Those of peers once more, for whoever asks on another thread. */
  private final Map<PeerId, Ban> peers = new ConcurrentHashMap<>();

  /** How many bans have a block of so many bits: the sizes to look an address up with. */
  private final TreeMap<Integer, Integer> prefixes = new TreeMap<>();

  private final int capacity;

  BanTable(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds it, in place of one about the same subject.
   *
   * @throws ListFullException if there are as many as may be
   */
  void add(Ban ban, Instant now) {
    remove(ban.subject());
    if (bans.size() >= capacity) {
      all(now); // to let go of what has ended
    }
    if (bans.size() >= capacity) {
      throw new ListFullException("there are " + capacity + " bans already: lift some first");
    }
    bans.put(ban.subject(), ban);
    if (ban.subject() instanceof Subject.Addresses addresses) {
      prefixes.merge(addresses.block().prefix(), 1, Integer::sum);
    } else if (ban.subject() instanceof Subject.Peer peer) {
      peers.put(peer.id(), ban);
    }
  }

  /** Whether there was one about exactly this. */
  boolean remove(Subject subject) {
    boolean gone = bans.remove(subject) != null;
    if (subject instanceof Subject.Peer peer) {
      peers.remove(peer.id());
    }
    if (gone && subject instanceof Subject.Addresses addresses) {
      prefixes.computeIfPresent(
          addresses.block().prefix(), (prefix, held) -> held == 1 ? null : held - 1);
    }
    return gone;
  }

  /** Any thread. */
  Optional<Ban> on(PeerId peer, Instant now) {
    return Optional.ofNullable(peers.get(peer)).filter(ban -> ban.holdsAt(now));
  }

  /** The widest block that holds the address. */
  Optional<Ban> on(InetAddress address, Instant now) {
    int bits = 8 * address.getAddress().length;
    return prefixes.headMap(bits, true).keySet().stream()
        .map(prefix -> new Subject.Addresses(AddressBlock.around(address, prefix)))
        .flatMap(subject -> held(subject, now).stream())
        .findFirst();
  }

  private Optional<Ban> held(Subject subject, Instant now) {
    return Optional.ofNullable(bans.get(subject)).filter(ban -> ban.holdsAt(now));
  }

  /** Those that hold, the oldest first; forgets the others. */
  List<Ban> all(Instant now) {
    List<Ban> ended = bans.values().stream().filter(ban -> !ban.holdsAt(now)).toList();
    ended.forEach(ban -> remove(ban.subject()));
    return List.copyOf(bans.values());
  }
}
