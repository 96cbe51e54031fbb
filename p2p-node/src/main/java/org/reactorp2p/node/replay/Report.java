/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;

/** A line for each thing that was checked, and the sum of them. */
final class Report {
  private final PrintWriter out;
  private int passed;
  private int failed;

  /** Whether there was a file that is no such file. */
  private boolean badInput;

  Report(PrintWriter out) {
    this.out = out;
  }

  /** Does one check. Whatever it throws is a failure of that one; the others still run. */
  void record(String name, Supplier<String> check) {
    try {
      String result = check.get();
      passed++;
      out.println("passed  " + name + "  " + result);
    } catch (BadInputException unreadable) {
      badInput = true;
      fail(name, String.valueOf(unreadable.getMessage()));
    } catch (Difference found) {
      fail(name, String.valueOf(found.getMessage()));
    } catch (RuntimeException impossible) {
      fail(name, "cannot be replayed: " + impossible.getMessage());
    }
  }

  private void fail(String name, String why) {
    failed++;
    out.println("FAILED  " + name + "  " + why);
  }

  /** Says the sum; returns what the command tells the shell. */
  int conclude() {
    out.println(passed + " passed, " + failed + " failed");
    if (badInput) {
      return ExitStatus.BAD_INPUT;
    }
    return failed == 0 ? ExitStatus.OK : ExitStatus.FAILED;
  }
}
