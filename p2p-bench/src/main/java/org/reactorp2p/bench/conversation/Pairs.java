/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.reactorp2p.bench.contender.Stack;

/** A {@link Pair} for each stack, all there from the start; they wait for their turn. */
final class Pairs implements AutoCloseable {

  private final Map<Stack, Pair> pairs = new EnumMap<>(Stack.class);

  private Pairs() {}

  static Pairs start(Set<Stack> stacks) throws IOException {
    Pairs all = new Pairs();
    try {
      for (Stack stack : stacks) {
        all.pairs.put(stack, Pair.start(stack));
      }
      return all;
    } catch (IOException failed) {
      all.close();
      throw failed;
    }
  }

  Pair of(Stack stack) {
    return Objects.requireNonNull(pairs.get(stack), "not started");
  }

  @Override
  public void close() {
    pairs.values().forEach(Pair::close);
  }
}
