/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets stacks be measured by turns, round after round, so that whatever else the machine does
 * meanwhile falls on all of them.
 *
 * @param <T> what one turn gives
 */
public final class Turns<T> {

  /** One turn of one stack. */
  @FunctionalInterface
  public interface Turn<T> {

    /**
     * @param round counted from 0; before the first, nothing has warmed up
     */
    T take(Stack stack, int round) throws IOException, InterruptedException;
  }

  private final Set<Stack> stacks;
  private final int rounds;
  private final Runnable afterTurn;

  /**
   * @param afterTurn called when a turn is over
   */
  public Turns(Set<Stack> stacks, int rounds, Runnable afterTurn) {
    this.stacks = stacks;
    this.rounds = rounds;
    this.afterTurn = afterTurn;
  }

  /** Takes all turns on this thread; the results of each stack, in order. */
  public Map<Stack, List<T>> all(Turn<T> turn) throws IOException, InterruptedException {
    Map<Stack, List<T>> taken = new EnumMap<>(Stack.class);
    for (int round = 0; round < rounds; round++) {
      for (Stack stack : stacks) {
        taken.computeIfAbsent(stack, first -> new ArrayList<>()).add(turn.take(stack, round));
        afterTurn.run();
      }
    }
    return taken;
  }
}
