/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command line, run in this JVM, answered and printed. */
public record CommandRun(int status, String out, String err) {

  /** Runs {@code p2p} with these arguments and waits for it. */
  public static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new CommandRun(status, out.toString(), err.toString());
  }
}
