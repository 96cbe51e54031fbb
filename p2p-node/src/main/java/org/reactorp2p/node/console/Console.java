/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.node.journal.Journal;

/**
 * Takes commands from a stream, one per line, one after the other, and shows in the journal what
 * comes of them. Has a thread of its own, since reading blocks; the thread keeps no JVM alive.
 */
public final class Console {

  private final Reader in;
  private final Vocabulary vocabulary;
  private final Journal journal;
  private final Runnable atEnd;

  /**
   * @param atEnd called once, when there is no more input
   */
  public Console(InputStream in, Vocabulary vocabulary, Journal journal, Runnable atEnd) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.vocabulary = vocabulary;
    this.journal = journal;
    this.atEnd = atEnd;
  }

  /** Begins to read. Goes on until the input ends or cannot be read. */
  public void start() {
    var thread = new Thread(this::readAll, "p2p-console");
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll() {
    var lines = new LineReader(in);
    try {
      while (readOne(lines)) {
        // what a line asked for is done in there
      }
    } catch (IOException unreadable) {
      journal.write(
          Entry.of("failed")
              .with("why", "standard input cannot be read: " + unreadable.getMessage()));
    }
    atEnd.run();
  }

  private boolean readOne(LineReader lines) throws IOException {
    String line;
    try {
      line = lines.next();
    } catch (ConsoleException tooLong) {
      journal.write(Entry.of("failed").with("why", String.valueOf(tooLong.getMessage())));
      return true;
    }
    if (line == null) {
      return false;
    }
    vocabulary.run(line).doOnNext(journal::write).blockLast();
    return true;
  }
}
