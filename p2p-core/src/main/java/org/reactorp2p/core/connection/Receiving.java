/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.concurrent.RejectedExecutionException;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.wire.MessageAssembler;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import reactor.core.scheduler.Scheduler;

/** The receiving half of a connection: the pipe from the link, and the mailboxes at its end. */
final class Receiving<M> {

  private final Scheduler home;
  private final Tally tally;
  private final Closer closer;
  private final Inbox<M> application;
  private final Inbox<PeerMessage<M>> control;
  private final Reception<M> reception;
  private final InboundPipe<M> pipe;

  Receiving(
      Authenticated peer,
      PeerMessageCodec<M> codec,
      ConnectionContext context,
      Tally tally,
      Closer closer) {
    this.home = peer.link().scheduler();
    this.tally = tally;
    this.closer = closer;
    ConnectionConfig config = context.config();
    application = new Inbox<>(config.inbox(), this::readOn, this::subscriberFailed);
    control = new Inbox<>(config.control(), () -> {}, this::subscriberFailed);
    reception = new Reception<>(application, control, tally, this::goodbye);
    ProgressWatch watch =
        new ProgressWatch(
            context.timer(),
            home,
            config.stallWindow(),
            config.minimumGain(),
            () -> peer.link().heldBack().receiving(),
            this::stalled);
    Assembly assembly = new Assembly(context.budget(), watch, this::readOn);
    pipe =
        new InboundPipe<>(
            peer.reader(),
            peer.opener(),
            new MessageAssembler<>(codec),
            reception,
            assembly,
            tally,
            closer);
  }

  /** Begins to read. The link's thread. */
  void start() {
    pipe.run();
  }

  Inbox<M> application() {
    return application;
  }

  Inbox<PeerMessage<M>> control() {
    return control;
  }

  /** Reads no more, and tells the subscribers in the way that goes with the reason. */
  void stop(DisconnectReason reason) {
    reception.close();
    pipe.stop();
    Throwable told = reason.isOrderly() ? null : new DisconnectedException(reason);
    if (reason.isOurs()) {
      application.abort(told);
      control.abort(told);
    } else {
      application.end(told);
      control.end(told);
    }
  }

  private void readOn() {
    try {
      home.schedule(pipe::run);
    } catch (RejectedExecutionException stopped) {
      // The link's thread has ended, and the link with it: there is nothing to read.
    }
  }

  private void goodbye() {
    closer.accept(new DisconnectReason.PeerDisconnected());
  }

  private void stalled() {
    closer.accept(new DisconnectReason.AssemblyTimedOut());
  }

  private void subscriberFailed(Throwable thrown) {
    closer.accept(new DisconnectReason.SubscriberFailed(thrown.getClass().getSimpleName()));
  }
}
