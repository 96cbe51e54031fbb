/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines of bounded length; one that is too long costs no memory and is skipped. */
final class LineReader {

  /** Longest line, in characters: a message to send fits in. */
  static final int MAX_LENGTH = 8192;

  private final Reader in;

  LineReader(Reader in) {
    this.in = in;
  }

  /**
   * The next line, without its end; null at the end of input. Blocks.
   *
   * @throws ConsoleException if the line was too long, and is gone
   */
  @Nullable String next() throws IOException {
    var line = new StringBuilder();
    boolean tooLong = false;
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      tooLong |= line.length() == MAX_LENGTH;
      if (!tooLong) {
        line.append((char) c);
      }
    }
    if (tooLong) {
      throw new ConsoleException("a line has at most " + MAX_LENGTH + " characters");
    }
    return line.toString();
  }
}
