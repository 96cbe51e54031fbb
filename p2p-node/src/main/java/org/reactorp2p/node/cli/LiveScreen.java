/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * Some lines on standard error that are drawn again and again in the same place, for a person who
 * watches; silent where standard error is no terminal. Closing removes them.
 */
public final class LiveScreen implements AutoCloseable {

  private static final String UP = "\033[%dA";
  private static final String CLEAR_TO_END = "\033[J";
  private static final String CLEAR_LINE = "\033[K";

  private final PrintStream out;
  private final boolean watched;
  private int drawn;

  private LiveScreen(PrintStream out, boolean watched) {
    this.out = out;
    this.watched = watched;
  }

  /** On standard error. */
  public static LiveScreen open() {
    return new LiveScreen(System.err, Terminal.isWatched());
  }

  /** Draws these in place of the last ones, each cut to the width of the terminal. */
  public void show(List<String> lines) {
    if (!watched) {
      return;
    }
    StringBuilder picture = new StringBuilder(home());
    int width = Terminal.columns() - 1;
    for (String line : lines) {
      picture.append(line, 0, Math.min(width, line.length())).append(CLEAR_LINE).append('\n');
    }
    drawn = lines.size();
    out.print(picture);
    out.flush();
  }

  private String home() {
    return drawn == 0 ? "" : String.format(UP, drawn);
  }

  @Override
  public void close() {
    if (drawn > 0) {
      out.print(home() + CLEAR_TO_END);
      out.flush();
    }
  }
}
