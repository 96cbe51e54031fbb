/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.concurrent.atomic.AtomicBoolean;
import org.reactorp2p.core.connection.Mailbox.Offer;
import reactor.core.publisher.MonoSink;

/** One encoded message that waits until the outbox has room, or its sender withdraws it. */
final class PendingSend implements Outbox.Waiter {

  private final Outbox outbox;
  private final Outgoing message;
  private final Ending ending;
  private final MonoSink<Void> done;
  // Withdrawn by the sender or settled by the outbox, whichever comes first.
  private final AtomicBoolean settled = new AtomicBoolean();

  PendingSend(Outbox outbox, Outgoing message, Ending ending, MonoSink<Void> done) {
    this.outbox = outbox;
    this.message = message;
    this.ending = ending;
    this.done = done;
  }

  /** Offers the message, and waits in line if there is no room. */
  void start() {
    switch (outbox.offer(message)) {
      case ACCEPTED -> done.success();
      case CLOSED -> done.error(ending.asException());
      case FULL -> {
        outbox.await(this);
        done.onCancel(this::withdraw);
      }
    }
  }

  private void withdraw() {
    settled.set(true);
    outbox.withdraw(this);
  }

  @Override
  public void admit() {
    if (settled.compareAndSet(false, true)) {
      if (outbox.force(message) == Offer.CLOSED) {
        done.error(ending.asException());
      } else {
        done.success();
      }
    }
  }

  @Override
  public void refuse(DisconnectReason reason) {
    if (settled.compareAndSet(false, true)) {
      done.error(new DisconnectedException(reason));
    }
  }
}
