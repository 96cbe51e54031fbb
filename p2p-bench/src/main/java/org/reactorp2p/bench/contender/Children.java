/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.reactorp2p.bench.process.Child;

/** A measured process for each stack, all there from the start; they wait for their orders. */
public final class Children implements AutoCloseable {

  private final Map<Stack, Child> children = new EnumMap<>(Stack.class);

  private Children() {}

  /**
   * Starts them, each with the flags of its stack.
   *
   * @param main takes the name of the stack as its argument
   */
  public static Children start(Set<Stack> stacks, Class<?> main) throws IOException {
    var all = new Children();
    try {
      for (Stack stack : stacks) {
        all.children.put(stack, Child.start(main, stack.flags(), stack.name()));
      }
      return all;
    } catch (IOException failed) {
      all.close();
      throw failed;
    }
  }

  /** Gives the process of this stack an order, and waits for the answer. */
  public String ask(Stack stack, String order) throws IOException {
    return Objects.requireNonNull(children.get(stack), "not started").ask(order);
  }

  @Override
  public void close() {
    children.values().forEach(Child::close);
  }
}
