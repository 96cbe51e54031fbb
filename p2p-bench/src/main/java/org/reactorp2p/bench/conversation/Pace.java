/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * Asks at fixed times, one question after the other, and measures how long each answer takes. A
 * question that has to wait for the answer before it counts from when it should have been asked, so
 * that a slow answer is not forgiven the questions that it kept from being asked. Lateness of this
 * clock's own is not counted.
 */
final class Pace implements Consumer<Echo> {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  /** Nanoseconds; three digits of each value are kept. */
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);

  private final long every;
  private final long questions;
  private final Thread asking = Thread.currentThread();
  private volatile long answered;
  private volatile long answeredAt;

  /**
   * To be run by the thread that calls this.
   *
   * @param every nanoseconds from question to question
   */
  Pace(long every, long questions) {
    this.every = every;
    this.questions = questions;
  }

  /** An answer has come, on the line's thread. */
  @Override
  public void accept(Echo from) {
    answeredAt = System.nanoTime();
    answered = from.heard();
    LockSupport.unpark(asking);
  }

  /** Asks all questions; the answers have to be told to {@link #accept}. */
  Histogram run(Echo echo) {
    Histogram latencies = new Histogram(LONGEST, 3);
    long begin = System.nanoTime();
    for (long question = 0; question < questions; question++) {
      long due = begin + question * every;
      long from = awaitTime(due) ? System.nanoTime() : due;
      long answers = echo.heard() + 1;
      echo.say();
      awaitAnswer(answers);
      latencies.recordValue(Math.min(LONGEST, Math.max(0, answeredAt - from)));
    }
    return latencies;
  }

  /** False when it is past. */
  private static boolean awaitTime(long due) {
    boolean early = false;
    for (long left; (left = due - System.nanoTime()) > 0; ) {
      early = true;
      LockSupport.parkNanos(left);
    }
    return early;
  }

  private void awaitAnswer(long answers) {
    long deadline = System.nanoTime() + PATIENCE;
    while (answered < answers) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new IllegalStateException("a question was not answered");
      }
      LockSupport.parkNanos(left);
    }
  }
}
