/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * The sending half of a link, for those who write a transport: keeps {@link Link#send}'s promises
 * about demand, turns and threads, and hands one array at a time to its {@link Drain}.
 *
 * <p>Senders call from any thread; the transport calls {@link #written}, {@link #fail} and {@link
 * #close} on the loop only.
 */
public final class Outlet {

  /** Where the arrays go. Called on the loop. */
  public interface Drain {

    /**
     * Takes one array, and lets go of it once it is with the machine. A transport that cannot pass
     * it on at once answers {@code LATER} and calls {@link Outlet#written} when it has.
     */
    Handover write(byte[] chunk);
  }

  /** What became of an array. */
  public enum Handover {
    /** It is with the machine. */
    DONE,
    /** {@link Outlet#written} will follow, or {@link Outlet#fail}. */
    LATER
  }

  private final Loop loop;
  private final Drain drain;

  private @Nullable Sending current;
  private boolean inFlight;
  private @Nullable LinkException failure;
  private @Nullable Runnable whenQuiet;

  /** Of a link that lives on {@code loop} and writes into {@code drain}. */
  public Outlet(Loop loop, Drain drain) {
    this.loop = Objects.requireNonNull(loop, "loop");
    this.drain = Objects.requireNonNull(drain, "drain");
  }

  /** See {@link Link#send}. */
  public Mono<Void> send(Publisher<byte[]> chunks) {
    Objects.requireNonNull(chunks, "chunks");
    return new Mono<>() {
      @Override
      public void subscribe(CoreSubscriber<? super Void> actual) {
        var sending = new Sending(Outlet.this, chunks, actual);
        actual.onSubscribe(sending);
        loop.run(() -> start(sending));
      }
    };
  }

  /** The array answered with {@code LATER} is with the machine now. */
  public void written() {
    inFlight = false;
    if (current != null) {
      current.drain();
    }
    settle();
  }

  /**
   * The link is lost or aborted: whoever sends, now or later, is told so. Only the first counts.
   */
  public void fail(LinkException cause) {
    if (failure == null) {
      failure = cause;
    }
    inFlight = false;
    Sending sending = current;
    current = null;
    if (sending != null) {
      sending.abandon(failure);
    }
    settle();
  }

  /** Takes no more arrays, and runs the task as soon as none is in flight. */
  public void close(LinkException cause, Runnable task) {
    boolean busy = inFlight;
    fail(cause);
    inFlight = busy; // unlike the sender, the array may still get through
    whenQuiet = task;
    settle();
  }

  Loop loop() {
    return loop;
  }

  boolean isBusy() {
    return inFlight;
  }

  /** Hands the array over; true if the next may follow at once. */
  boolean write(byte[] chunk) {
    inFlight = true;
    if (drain.write(chunk) == Handover.DONE) {
      inFlight = false;
    }
    return !inFlight;
  }

  void ended(Sending sending) {
    if (current == sending) {
      current = null;
    }
  }

  private void start(Sending sending) {
    if (failure != null) {
      sending.abandon(failure);
    } else if (current != null) {
      sending.abandon(new IllegalStateException("a link sends from one publisher at a time"));
    } else {
      current = sending;
      sending.start();
    }
  }

  private void settle() {
    Runnable task = whenQuiet;
    if (task != null && !inFlight) {
      whenQuiet = null;
      task.run();
    }
  }
}
