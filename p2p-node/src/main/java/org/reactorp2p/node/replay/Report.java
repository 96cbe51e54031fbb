/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.reactorp2p.node.cli.BadInputException;

/** A line for each thing that was checked, and the sum of them. */
final class Report {
  private final PrintWriter out;
  private int passed;
  private int failed;

  Report(PrintWriter out) {
    this.out = out;
  }

  /** Does one check; whatever it throws is a failure of that one, except unreadable files. */
  void record(String name, Supplier<String> check) {
    String result;
    try {
      result = "passed  " + name + "  " + check.get();
      passed++;
    } catch (Difference e) {
      result = "FAILED  " + name + "  " + e.getMessage();
      failed++;
    } catch (BadInputException e) {
      throw e;
    } catch (RuntimeException e) {
      result = "FAILED  " + name + "  cannot be replayed: " + e.getMessage();
      failed++;
    }
    out.println(result);
  }

  void conclude() {
    out.println(passed + " passed, " + failed + " failed");
  }

  boolean isClean() {
    return failed == 0;
  }
}
