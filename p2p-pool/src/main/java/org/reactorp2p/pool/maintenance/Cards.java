/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Shuffles with dice that the caller brings. */
final class Cards {

  private Cards() {}

  static <T> List<T> shuffled(Collection<? extends T> from, RandomGenerator random) {
    List<T> cards = new ArrayList<>(from);
    for (int i = cards.size() - 1; i > 0; i--) {
      Collections.swap(cards, i, random.nextInt(i + 1));
    }
    return cards;
  }
}
