/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;

/** Listens to a link under a demand the test controls, and remembers what it heard. */
public final class Ear extends BaseSubscriber<Chunk> {

  /** How long any test waits for anything. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final long initialDemand;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final CompletableFuture<SignalType> end = new CompletableFuture<>();
  private volatile Thread thread = Thread.currentThread();
  private volatile Throwable failure;
  private volatile int chunks;

  private Ear(long initialDemand) {
    this.initialDemand = initialDemand;
  }

  /** Hears everything. */
  public static Ear on(Link link) {
    return on(link, Long.MAX_VALUE);
  }

  /** Requests so many arrays to begin with, and more only when told. */
  public static Ear on(Link link, long demand) {
    var ear = new Ear(demand);
    link.receive().subscribe(ear);
    return ear;
  }

  @Override
  protected void hookOnSubscribe(Subscription subscription) {
    if (initialDemand > 0) {
      subscription.request(initialDemand);
    }
  }

  @Override
  protected void hookOnNext(Chunk chunk) {
    synchronized (heard) {
      thread = Thread.currentThread();
      chunks++;
      heard.write(chunk.array(), chunk.start(), chunk.length());
      heard.notifyAll();
    }
  }

  @Override
  protected void hookOnError(Throwable throwable) {
    failure = throwable;
  }

  @Override
  protected void hookFinally(SignalType type) {
    end.complete(type);
  }

  /** Waits for at least so many bytes, and returns all that were heard. */
  public byte[] await(int bytes) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (heard) {
      while (heard.size() < bytes) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError("heard " + heard.size() + " of " + bytes + " bytes");
        }
        TimeUnit.NANOSECONDS.timedWait(heard, left);
      }
      return heard.toByteArray();
    }
  }

  /** Waits for the end of the stream, however it comes. */
  public SignalType awaitEnd() throws Exception {
    return end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits for the failure of the stream. */
  public Throwable awaitFailure() throws Exception {
    SignalType how = awaitEnd();
    if (how != SignalType.ON_ERROR) {
      throw new AssertionError("ended by " + how);
    }
    return failure;
  }

  /** All that was heard so far. */
  public byte[] heard() {
    synchronized (heard) {
      return heard.toByteArray();
    }
  }

  /** How many arrays were heard so far. */
  public int chunks() {
    return chunks;
  }

  /** Where the last array was heard. */
  public Thread thread() {
    return thread;
  }
}
