/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.util.List;
import java.util.random.RandomGenerator;

/** Whom to let go when there are too many. Pure. */
@FunctionalInterface
public interface VictimChoice {

  /**
   * Chooses.
   *
   * @param residents all, the longest connected first
   * @param own so many of those that we dialled should stay, if the number allows it
   * @param count how many have to go; may be more than there are
   * @param random settles ties
   * @return at most {@code count}; fewer if the others are never let go
   */
  List<Resident> choose(List<Resident> residents, int own, int count, RandomGenerator random);
}
