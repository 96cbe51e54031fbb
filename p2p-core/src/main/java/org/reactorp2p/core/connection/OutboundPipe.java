/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.reactorp2p.crypto.session.NoncesExhaustedException;
import reactor.core.scheduler.Scheduler;

/**
 * What the link sends: a stream of sealed batches, each made only when the link asks for it. The
 * demand of the socket thus ends at the outbox, and nothing is sealed that cannot leave.
 *
 * <p>Confined to the link's thread, but for {@link #wake}.
 */
final class OutboundPipe implements Publisher<byte[]>, Subscription {

  /** Batches made in one turn of the thread before its other links get theirs. */
  private static final int TURN = 16;

  private final Scheduler home;
  private final Outbox outbox;
  private final BatchBuilder batches;
  private final ProgressWatch writeWatch;
  private final Tally tally;
  private final Consumer<DisconnectReason> end;

  // True while the pipe has nothing to do: whoever changes that to false has to call it.
  private final AtomicBoolean idle = new AtomicBoolean();

  private @Nullable Subscriber<? super byte[]> link;
  private byte @Nullable [] inFlight; // the link's until it asks for the next
  private long demand;
  private boolean running;
  private boolean draining;
  private boolean stopped;

  /**
   * @param writeWatch runs while a batch is in flight
   * @param end told when nothing can be sealed any more
   */
  OutboundPipe(
      Scheduler home,
      Outbox outbox,
      BatchBuilder batches,
      ProgressWatch writeWatch,
      Tally tally,
      Consumer<DisconnectReason> end) {
    this.home = home;
    this.outbox = outbox;
    this.batches = batches;
    this.writeWatch = writeWatch;
    this.tally = tally;
    this.end = end;
  }

  /** Any thread: there is something new. Costs one read while the pipe is at work anyway. */
  void wake() {
    if (idle.get() && idle.compareAndSet(true, false)) {
      home.schedule(this::run);
    }
  }

  /** Completes the stream once everything that is queued has been taken. */
  void drain() {
    draining = true;
    run();
  }

  /** Gives no more batches. */
  void stop() {
    stopped = true;
    inFlight = null;
    idle.set(true); // so that whoever was about to put something in still wakes us, see run()
    writeWatch.dispose();
  }

  /** Throws away what is still queued, after {@link #stop}; returns how many messages. */
  int discard() {
    return batches.abandon() + outbox.clear();
  }

  @Override
  public void subscribe(Subscriber<? super byte[]> subscriber) {
    link = subscriber;
    subscriber.onSubscribe(this);
  }

  @Override
  public void request(long n) {
    // The link asks for the next batch when the last has left: that is progress.
    writeWatch.finish();
    recycle();
    demand += n;
    run();
  }

  @Override
  public void cancel() {
    stop();
  }

  private void run() {
    if (running) {
      return; // the loop below sees the new demand
    }
    running = true;
    boolean more = false;
    try {
      more = loop();
      if (stopped) {
        idle.set(true); // before the look, so that whoever comes after it wakes us again
        tally.dropped(discard());
      }
    } catch (NoncesExhaustedException exhausted) {
      end.accept(new DisconnectReason.NoncesExhausted());
    } finally {
      running = false;
    }
    if (more) {
      home.schedule(this::run);
    }
  }

  /** True when its turn is over and more may be left. */
  private boolean loop() {
    int turns = 0;
    while (!stopped) {
      outbox.admitWaiters();
      if (demand == 0) {
        return false; // the link asks again when the batch in flight has left
      }
      byte[] batch = batches.next();
      if (batch != null) {
        emit(batch);
        if (++turns == TURN) {
          return true;
        }
      } else if (draining) {
        complete();
      } else if (restUntilWoken()) {
        return false;
      }
    }
    return false;
  }

  /** True when there is nothing to do; looks once more, so that no wake-up falls in between. */
  private boolean restUntilWoken() {
    idle.set(true);
    boolean quiet = outbox.isEmpty() && !outbox.canAdmit();
    return quiet || !idle.compareAndSet(true, false);
  }

  private void emit(byte[] batch) {
    demand--;
    inFlight = batch;
    writeWatch.begin();
    tally.sent(batch.length);
    Subscriber<? super byte[]> subscriber = link;
    if (subscriber != null) {
      subscriber.onNext(batch);
    }
  }

  private void recycle() {
    byte[] sent = inFlight;
    if (sent != null) {
      inFlight = null;
      Spares.putAway(sent);
    }
  }

  private void complete() {
    stop();
    Subscriber<? super byte[]> subscriber = link;
    if (subscriber != null) {
      subscriber.onComplete();
    }
  }
}
