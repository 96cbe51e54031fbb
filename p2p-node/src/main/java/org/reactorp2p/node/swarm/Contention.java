/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How fairly a limit is divided among those who want more than they get. Between two looks, the
 * peers that want more at both of them compete; what all of them got is due to them in equal parts.
 *
 * @param <P> names a peer
 */
final class Contention<P> {

  /**
   * One peer at one look.
   *
   * @param bytes all that it got so far
   * @param wants whether more was ready for it
   */
  record Seen(long bytes, boolean wants) {}

  private final Map<P, Double> got = new HashMap<>();
  private final Map<P, Double> due = new HashMap<>();
  private Map<P, Seen> before = Map.of();

  /** A look at all peers. */
  void look(Map<P, Seen> now) {
    Set<P> competing = new HashSet<>();
    before.forEach(
        (peer, then) -> {
          Seen still = now.get(peer);
          if (then.wants() && still != null && still.wants()) {
            competing.add(peer);
          }
        });
    if (competing.size() > 1) {
      divide(competing, now);
    }
    before = Map.copyOf(now);
  }

  private static <P> Seen seen(Map<P, Seen> sample, P peer) {
    return Objects.requireNonNull(sample.get(peer), "whoever competes is in both samples");
  }

  private void divide(Set<P> competing, Map<P, Seen> now) {
    double all = 0;
    for (P peer : competing) {
      double bytes = seen(now, peer).bytes() - seen(before, peer).bytes();
      got.merge(peer, bytes, Double::sum);
      all += bytes;
    }
    for (P peer : competing) {
      due.merge(peer, all / competing.size(), Double::sum);
    }
  }

  /**
   * Jain's index of what each got relative to what was due to it: 1 where all got alike, 1 / n
   * where one of n got all; nothing where nobody competed.
   */
  OptionalDouble fairness() {
    double sum = 0;
    double squares = 0;
    int peers = 0;
    for (Map.Entry<P, Double> entry : due.entrySet()) {
      if (entry.getValue() > 0) {
        double part = got.getOrDefault(entry.getKey(), 0.0) / entry.getValue();
        sum += part;
        squares += part * part;
        peers++;
      }
    }
    return peers < 2 ? OptionalDouble.empty() : OptionalDouble.of(sum * sum / (peers * squares));
  }
}
