/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.process.Child;
import org.reactorp2p.node.cli.WorkFailedException;

/** The two partners of one stack, as seen by the process that asks them. */
final class Pair implements AutoCloseable {

  private final Stack stack;
  private final Child asker;
  private final Child answerer;
  private int lines;

  private Pair(Stack stack, Child asker, Child answerer) {
    this.stack = stack;
    this.asker = asker;
    this.answerer = answerer;
  }

  static Pair start(Stack stack) throws IOException {
    Child asker = child(stack);
    try {
      return new Pair(stack, asker, child(stack));
    } catch (IOException failed) {
      asker.close();
      throw failed;
    }
  }

  private static Child child(Stack stack) throws IOException {
    return Child.start(Partner.class, stack.flags(), stack.name());
  }

  /** Opens so many lines. */
  void connect(Payload payload, int number) throws IOException {
    String port = answerer.ask("answer " + payload.name());
    asker.ask("ask " + port + " " + payload.name() + " " + number);
    lines = number;
  }

  /** Asks so many questions on one line, one every so many nanoseconds. */
  Histogram pace(long every, long questions) throws IOException {
    String answer = asker.ask("pace " + every + " " + questions);
    try {
      return Histogram.decodeFromCompressedByteBuffer(
          ByteBuffer.wrap(Base64.getDecoder().decode(answer)), 0);
    } catch (DataFormatException strange) {
      throw new IOException("a partner sent no histogram", strange);
    }
  }

  /** Begins to talk on all lines, without end. */
  void talk() throws IOException {
    asker.ask("talk");
  }

  /** What a question with its answer costs both partners together while this waits. */
  double cpuNanosPerAnswer(long millis) throws IOException, InterruptedException {
    Reading asking = Reading.ofLine(asker.ask("read"));
    Reading answering = Reading.ofLine(answerer.ask("read"));
    TimeUnit.MILLISECONDS.sleep(millis);
    Reading asked = Reading.ofLine(asker.ask("read"));
    Reading answered = Reading.ofLine(answerer.ask("read"));
    double cpu =
        (asked.cpuNanos() - asking.cpuNanos()) + (answered.cpuNanos() - answering.cpuNanos());
    return cpu / (asked.heard() - asking.heard());
  }

  /**
   * Closes all lines.
   *
   * @throws WorkFailedException if anything was not as it has to be
   */
  void stop() throws IOException {
    Goodbye asked = Goodbye.ofLine(asker.ask("stop"));
    Goodbye answered = Goodbye.ofLine(answerer.ask("stop"));
    if (asked.lines() != lines || answered.lines() != lines) {
      fail(asked.lines() + " and " + answered.lines() + " lines instead of " + lines);
    }
    if (asked.faults() + answered.faults() > 0) {
      fail(asked.faults() + answered.faults() + " messages were lost or not what they had to be");
    }
    if (!isKnown(asker, answered) || !isKnown(answerer, asked)) {
      fail("an end was not authenticated by the other");
    }
  }

  private static boolean isKnown(Child self, Goodbye other) throws IOException {
    return other.peers().equals(self.ask("self"));
  }

  private void fail(String how) {
    throw new WorkFailedException(stack.label() + ": " + how);
  }

  @Override
  public void close() {
    asker.close();
    answerer.close();
  }
}
