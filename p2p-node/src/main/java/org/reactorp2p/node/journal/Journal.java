/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.journal;

import java.io.PrintWriter;
import java.time.InstantSource;

/**
 * Where a node says what happens: one line each, whole and at once. Any thread; blocks on output.
 */
public final class Journal {

  private final PrintWriter out;
  private final JournalFormat format;
  private final InstantSource clock;

  public Journal(PrintWriter out, JournalFormat format, InstantSource clock) {
    this.out = out;
    this.format = format;
    this.clock = clock;
  }

  public synchronized void write(Entry entry) {
    out.println(format.line(clock.instant(), entry));
    out.flush();
  }
}
