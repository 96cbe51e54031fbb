/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** As the original: those never missed, and then those missed longest ago. */
final class OldestMissFirst implements CandidateChoice {

  @Override
  public List<Prospect> choose(
      Collection<Prospect> prospects,
      Collection<InetAddress> company,
      int most,
      RandomGenerator random) {
    return Cards.shuffled(prospects, random).stream()
        .sorted(Comparator.comparing(Prospect::missedAt)) // leaves equals as they were dealt
        .limit(most)
        .toList();
  }
}
