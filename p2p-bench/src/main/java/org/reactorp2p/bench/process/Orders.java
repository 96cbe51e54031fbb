/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The other side of a {@link Child}: how the measured process hears what it has to do. */
public final class Orders {

  private Orders() {}

  /**
   * Reads orders from standard input, lets each be obeyed on this thread, and writes the answer,
   * which is one line. Ends the process when its input ends, so that it never outlives whoever
   * started it; what else is written to standard output goes to standard error.
   *
   * @param obey takes the words of an order
   */
  public static void obey(Function<List<String>, String> obey) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order; (order = orders.readLine()) != null; ) {
      answers.println(obey.apply(List.of(order.split(" ", -1))));
      answers.flush();
    }
    System.exit(0);
  }
}
