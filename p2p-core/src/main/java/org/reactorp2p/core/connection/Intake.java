/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.connection.Mailbox.Offer;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;

/**
 * Draws a stream of messages into the outbox, asking for no more than there is room for. When there
 * is none it waits in the outbox's line, and asks again from the link's thread.
 *
 * @param <M> the application's messages
 */
final class Intake<M> implements CoreSubscriber<M>, Outbox.Waiter {

  /**
   * Asked for at once, when messages are small: enough to amortise a request, and few enough that a
   * stream whose messages suddenly become large exceeds the outbox by a few of them only.
   */
  private static final int LARGEST_REQUEST = 32;

  private final Outbox outbox;
  private final Encoder<M> encoder;
  private final Ending ending;
  private final MonoSink<Void> done;

  private @Nullable Subscription upstream;
  // Messages asked for that have not come. Only whoever brings it to zero, or finds it so, asks.
  private int outstanding;
  private int lastLength;
  // By the stream, by the end of the connection or by whoever cancels: the first one counts.
  private final AtomicBoolean finished = new AtomicBoolean();

  Intake(Outbox outbox, Encoder<M> encoder, Ending ending, MonoSink<Void> done) {
    this.outbox = outbox;
    this.encoder = encoder;
    this.ending = ending;
    this.done = done;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    if (Operators.validate(upstream, subscription)) {
      upstream = subscription;
      // A stream that is silent just then must hear of the end too, and not only when it speaks.
      Disposable end = ending.told().subscribe(this::refuse);
      done.onDispose(
          () -> {
            end.dispose();
            abandon();
          });
      ask();
    }
  }

  @Override
  public void onNext(M message) {
    if (finished.get()) {
      return;
    }
    outstanding--;
    if (put(message) && outstanding == 0) {
      ask();
    }
  }

  private boolean put(M message) {
    Outgoing.Own encoded;
    try {
      encoded = encoder.encode(message);
    } catch (Throwable thrown) {
      Exceptions.throwIfJvmFatal(thrown);
      fail(thrown);
      return false;
    }
    lastLength = encoded.length();
    if (outbox.force(encoded) == Offer.CLOSED) {
      fail(ending.asException());
      return false;
    }
    return true;
  }

  private void ask() {
    if (outbox.hasRoom()) {
      request();
    } else {
      outbox.await(this);
      if (finished.get()) {
        outbox.withdraw(this); // cancelled just before it queued
      }
    }
  }

  private void request() {
    long fitting = outbox.roomInBytes() / (lastLength + MailboxLimits.OVERHEAD + 1);
    int n = lastLength == 0 ? 1 : (int) Math.max(1, Math.min(fitting, LARGEST_REQUEST));
    outstanding = n;
    Subscription subscription = upstream;
    if (subscription != null) {
      subscription.request(n);
    }
  }

  @Override
  public void admit() {
    if (!finished.get()) {
      request();
    }
  }

  @Override
  public void refuse(DisconnectReason reason) {
    fail(new DisconnectedException(reason));
  }

  @Override
  public void onError(Throwable error) {
    if (finished.compareAndSet(false, true)) {
      done.error(error);
    }
  }

  @Override
  public void onComplete() {
    if (finished.compareAndSet(false, true)) {
      done.success();
    }
  }

  private void fail(Throwable cause) {
    if (finished.compareAndSet(false, true)) {
      leave();
      done.error(cause);
    }
  }

  private void abandon() {
    if (finished.compareAndSet(false, true)) {
      leave();
    }
  }

  private void leave() {
    outbox.withdraw(this);
    Subscription subscription = upstream;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
