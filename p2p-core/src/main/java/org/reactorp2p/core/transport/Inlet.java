/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * The receiving half of a link, for those who write a transport: keeps {@link Link#receive()}'s
 * promises about subscribers, demand and threads, and asks its {@link Source} to read when a chunk
 * is wanted.
 *
 * <p>Subscribers call from any thread; the transport calls {@link #emit}, {@link #complete} and
 * {@link #fail} on the loop only. What is emitted without demand waits inside: a transport must
 * bound that by reading only while {@link #isHungry()}.
 */
public final class Inlet extends Flux<Chunk> {

  /** The other end of the demand. Both methods are called on the loop. */
  public interface Source {

    /**
     * A chunk is wanted and none is waiting: read. Those emitted before are the transport's again.
     * May be called again before one was read.
     */
    void read();

    /** Nothing is wanted any more. */
    void cancelled();
  }

  private final Loop loop;
  private final Source source;
  private final Queue<Chunk> waiting = new ArrayDeque<>(0);

  private @Nullable Receiver receiver;
  private boolean ended;
  private @Nullable Throwable failure;

  /** True while {@link #drain} runs, so that signals from within it become turns of its loop. */
  private boolean draining;

  /** Of a link that lives on {@code loop} and reads from {@code source}. */
  public Inlet(Loop loop, Source source) {
    this.loop = Objects.requireNonNull(loop, "loop");
    this.source = Objects.requireNonNull(source, "source");
  }

  /** Whether a chunk emitted now would be passed on at once. */
  public boolean isHungry() {
    Receiver r = receiver;
    return r != null && !r.finished && r.demand > 0 && waiting.isEmpty() && !ended;
  }

  /** The next bytes; never empty. Dropped after the end, and after a cancellation. */
  public void emit(Chunk chunk) {
    if (!ended && (receiver == null || !receiver.finished)) {
      waiting.add(chunk);
      drain();
    }
  }

  /** The last byte was emitted. */
  public void complete() {
    if (!ended) {
      ended = true;
      drain();
    }
  }

  /** The link is lost; bytes that wait are forgotten. */
  public void fail(LinkException cause) {
    if (!ended || !waiting.isEmpty()) {
      ended = true;
      failure = cause;
      waiting.clear();
      drain();
    }
  }

  @Override
  public void subscribe(CoreSubscriber<? super Chunk> actual) {
    loop.run(() -> start(actual));
  }

  private void start(CoreSubscriber<? super Chunk> actual) {
    if (receiver != null) {
      Operators.error(
          actual, new IllegalStateException("a link's receive() serves one subscriber, once"));
      return;
    }
    receiver = new Receiver(actual);
    actual.onSubscribe(receiver);
    drain();
  }

  private void drain() {
    Receiver r = receiver;
    if (r == null || draining) {
      return;
    }
    draining = true;
    try {
      do {
        deliver(r);
        if (isHungry()) {
          source.read();
        }
      } while (r.canDeliver());
    } finally {
      draining = false;
    }
  }

  private void deliver(Receiver r) {
    while (r.canDeliver()) {
      Chunk chunk = waiting.poll();
      if (chunk == null) {
        r.finish(failure);
      } else {
        r.next(chunk);
      }
    }
  }

  private final class Receiver implements Subscription {
    private final CoreSubscriber<? super Chunk> actual;
    private long demand;
    private boolean finished;

    /** Set at once, so that nothing is delivered while the cancellation is on its way. */
    private volatile boolean cancelled;

    Receiver(CoreSubscriber<? super Chunk> actual) {
      this.actual = actual;
    }

    boolean canDeliver() {
      return !finished && !cancelled && (waiting.isEmpty() ? ended : demand > 0);
    }

    void next(Chunk chunk) {
      demand = demand == Long.MAX_VALUE ? demand : demand - 1;
      try {
        actual.onNext(chunk);
      } catch (Throwable thrown) {
        Exceptions.throwIfJvmFatal(thrown);
        stop();
        Operators.onErrorDropped(thrown, actual.currentContext());
      }
    }

    void finish(@Nullable Throwable cause) {
      finished = true;
      if (cause == null) {
        actual.onComplete();
      } else {
        actual.onError(cause);
      }
    }

    @Override
    public void request(long n) {
      loop.run(() -> add(n));
    }

    private void add(long n) {
      if (finished) {
        return;
      }
      if (n <= 0) {
        stop();
        actual.onError(new IllegalArgumentException("demand must be positive, got " + n));
        return;
      }
      demand = Operators.addCap(demand, n);
      drain();
    }

    @Override
    public void cancel() {
      cancelled = true;
      loop.run(this::stop);
    }

    private void stop() {
      if (!finished) {
        finished = true;
        waiting.clear();
        source.cancelled();
      }
    }
  }
}
