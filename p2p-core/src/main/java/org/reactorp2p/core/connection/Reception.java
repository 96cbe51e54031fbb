/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import org.reactorp2p.core.wire.MessageAssembler;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;

/**
 * Sorts what has come: the application's messages into its inbox, control messages into theirs, and
 * a goodbye to whoever ends the connection. Confined to the link's thread.
 */
final class Reception<M> implements MessageAssembler.Sink<M> {

  private final Inbox<M> application;
  private final Inbox<PeerMessage<M>> control;
  private final Tally tally;
  private final Runnable onGoodbye;
  private boolean closed;

  Reception(Inbox<M> application, Inbox<PeerMessage<M>> control, Tally tally, Runnable onGoodbye) {
    this.application = application;
    this.control = control;
    this.tally = tally;
    this.onGoodbye = onGoodbye;
  }

  @Override
  public void message(PeerMessage<M> message, int encodedLength) {
    if (closed) {
      return;
    }
    tally.receivedMessage(MessageKind.of(message), encodedLength);
    if (message instanceof PeerMessage.Application<M> app) {
      application.deliver(app.message(), encodedLength);
    } else if (message instanceof PeerMessage.Disconnect<M>) {
      closed = true;
      onGoodbye.run();
    } else if (control.hasRoom()) {
      control.deliver(message, encodedLength);
    } else {
      tally.dropped(1);
    }
  }

  /** True when the application takes more; otherwise its inbox calls when it does. */
  boolean awaitRoom() {
    return application.awaitRoom();
  }

  /** Whatever comes from now on is ignored. */
  void close() {
    closed = true;
  }
}
