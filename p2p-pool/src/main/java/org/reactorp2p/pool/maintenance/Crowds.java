/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** How many are left in each {@link Region} while one after the other goes. */
final class Crowds {

  private final Map<Region, Integer> left = new HashMap<>();

  /**
   * @param residents all who are here, whether they may have to go or not
   */
  Crowds(Collection<Resident> residents) {
    residents.forEach(one -> left.merge(one.region(), 1, Integer::sum));
  }

  /**
   * In which order these go: always one of where most are left; there, and among regions with as
   * many, whoever sent the least, and of several the youngest.
   */
  List<Resident> fromTheFullest(List<Resident> oldestFirst) {
    List<Resident> leastUsefulFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(leastUsefulFirst);
    leastUsefulFirst.sort(Comparator.comparing(Resident::received));
    PriorityQueue<Deque<Resident>> crowds = new PriorityQueue<>(fullestFirst(leastUsefulFirst));
    crowds.addAll(byRegion(leastUsefulFirst));
    List<Resident> order = new ArrayList<>();
    while (!crowds.isEmpty()) {
      Deque<Resident> fullest = crowds.remove();
      Resident leaving = fullest.removeFirst();
      left.merge(leaving.region(), -1, Integer::sum);
      order.add(leaving);
      if (!fullest.isEmpty()) {
        crowds.add(fullest);
      }
    }
    return order;
  }

  private static Collection<Deque<Resident>> byRegion(List<Resident> some) {
    Map<Region, Deque<Resident>> byRegion = new LinkedHashMap<>();
    some.forEach(
        one -> byRegion.computeIfAbsent(one.region(), at -> new ArrayDeque<>()).addLast(one));
    return byRegion.values();
  }

  private Comparator<Deque<Resident>> fullestFirst(List<Resident> leastUsefulFirst) {
    Map<Resident, Integer> rank = new HashMap<>();
    leastUsefulFirst.forEach(one -> rank.put(one, rank.size()));
    Comparator<Resident> inFullest =
        Comparator.comparing(one -> -left.getOrDefault(one.region(), 0));
    return Comparator.comparing(Deque::getFirst, inFullest.thenComparing(rank::get));
  }
}
