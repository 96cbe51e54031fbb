/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * Those we trust first; then one after the other from the {@link Region} with the fewest of us, so
 * that many addresses in one place are no better than a few. Among regions with as many, and within
 * a region, the dice favour those with whom we had a connection, without ever shutting the others
 * out; then come those with the fewest misses in a row, then those missed longest ago.
 */
final class DiverseCandidates implements CandidateChoice {

  /** One out of so many is favoured: of those who proved that they are there, and of the others. */
  private static final int PROVEN = 2;

  private static final int UNPROVEN = 4;

  /** A prospect, and what the dice say of it. */
  private record Card(Prospect prospect, boolean favoured) {

    static Card deal(Prospect prospect, RandomGenerator random) {
      return new Card(prospect, random.nextInt(prospect.proven() ? PROVEN : UNPROVEN) == 0);
    }
  }

  private static final Comparator<Card> MOST_PROMISING =
      Comparator.comparing((Card one) -> !one.prospect().trusted())
          .thenComparing(one -> !one.favoured())
          .thenComparing(one -> -one.prospect().grade())
          .thenComparing(one -> one.prospect().misses())
          .thenComparing(one -> one.prospect().missedAt());

  /** Those of one region that were not chosen yet, and how many are connected or chosen. */
  private record Quarter(Deque<Card> waiting, int load) {

    Card next() {
      return waiting.getFirst();
    }
  }

  private static final Comparator<Quarter> LEAST_LOAD =
      Comparator.comparing((Quarter one) -> !one.next().prospect().trusted())
          .thenComparing(Quarter::load)
          .thenComparing(Quarter::next, MOST_PROMISING);

  @Override
  public List<Prospect> choose(
      Collection<Prospect> prospects,
      Collection<InetAddress> company,
      int most,
      RandomGenerator random) {
    PriorityQueue<Quarter> quarters = new PriorityQueue<>(LEAST_LOAD);
    quarters.addAll(quarters(prospects, company, random));
    List<Prospect> chosen = new ArrayList<>();
    while (chosen.size() < most && !quarters.isEmpty()) {
      Quarter quarter = quarters.remove();
      chosen.add(quarter.waiting().removeFirst().prospect());
      if (!quarter.waiting().isEmpty()) {
        quarters.add(new Quarter(quarter.waiting(), quarter.load() + 1));
      }
    }
    return chosen;
  }

  private static List<Quarter> quarters(
      Collection<Prospect> prospects, Collection<InetAddress> company, RandomGenerator random) {
    Map<Region, Integer> loads = new LinkedHashMap<>();
    company.forEach(address -> loads.merge(Region.of(address), 1, Integer::sum));
    Map<Region, Deque<Card>> byRegion = new LinkedHashMap<>();
    Cards.shuffled(prospects, random).stream()
        .map(one -> Card.deal(one, random))
        .sorted(MOST_PROMISING) // leaves equals as they were dealt
        .forEach(
            card ->
                byRegion
                    .computeIfAbsent(card.prospect().region(), at -> new ArrayDeque<>())
                    .add(card));
    List<Quarter> quarters = new ArrayList<>();
    byRegion.forEach(
        (region, waiting) -> quarters.add(new Quarter(waiting, loads.getOrDefault(region, 0))));
    return quarters;
  }
}
