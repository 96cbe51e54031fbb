/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.util.List;
import java.util.random.RandomGenerator;

/** As the original: anybody, but for those that are both trusted and private. */
final class RandomVictims implements VictimChoice {

  @Override
  public List<Resident> choose(
      List<Resident> residents, int own, int count, RandomGenerator random) {
    List<Resident> free =
        residents.stream().filter(one -> !(one.trusted() && one.privateNode())).toList();
    return Cards.shuffled(free, random).stream().limit(count).toList();
  }
}
