/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many are left in each {@link Region} while one after the other goes. */
final class Crowds {

  private final Map<Region, Integer> left = new HashMap<>();

  /**
   * @param residents all who are here, whether they may have to go or not
   */
  Crowds(Collection<Resident> residents) {
    residents.forEach(one -> left.merge(one.region(), 1, Integer::sum));
  }

  /** In which order these go: always the youngest of where most are left. */
  List<Resident> fromTheFullest(List<Resident> oldestFirst) {
    Map<Region, Deque<Resident>> byRegion = new LinkedHashMap<>();
    oldestFirst.forEach(
        one -> byRegion.computeIfAbsent(one.region(), at -> new ArrayDeque<>()).addLast(one));
    List<Resident> order = new ArrayList<>();
    while (!byRegion.isEmpty()) {
      Region fullest =
          byRegion.keySet().stream()
              .max(Comparator.comparing(region -> left.getOrDefault(region, 0)))
              .orElseThrow();
      order.add(leave(fullest, byRegion));
    }
    return order;
  }

  private Resident leave(Region region, Map<Region, Deque<Resident>> byRegion) {
    Deque<Resident> crowd = byRegion.getOrDefault(region, new ArrayDeque<>());
    Resident youngest = crowd.removeLast();
    left.merge(region, -1, Integer::sum);
    if (crowd.isEmpty()) {
      byRegion.remove(region);
    }
    return youngest;
  }
}
