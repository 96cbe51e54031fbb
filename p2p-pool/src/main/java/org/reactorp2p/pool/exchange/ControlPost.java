/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.connect.Coalescer;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.P2pEvent;
import reactor.core.publisher.Sinks.EmitResult;

/**
 * Sends control messages and tells of them, and of those that came in vain.
 *
 * @param <M> the application's messages
 */
public final class ControlPost<M> {

  private record Vain(PeerId peer, MessageKind kind, Disregard why) {}

  private final Office office;
  private final Coalescer<Vain> vain;

  public ControlPost(Office office) {
    this.office = office;
    this.vain =
        new Coalescer<>(
            office,
            (one, count) -> new P2pEvent.ControlIgnored(one.peer(), one.kind(), one.why(), count));
  }

  /**
   * On the decisions' thread: sends if there is room, and waits for none.
   *
   * @return whether it is on its way
   */
  public boolean send(PeerConnection<M> to, PeerMessage<M> message) {
    PeerId peer = to.info().peerId();
    EmitResult result = to.tryEmitControl(message);
    if (result.isSuccess()) {
      office.events().emit(new P2pEvent.ControlSent(peer, MessageKind.of(message)));
    } else if (result == EmitResult.FAIL_OVERFLOW) {
      office.events().emit(new P2pEvent.MessagesDropped(peer, 1));
    }
    return result.isSuccess();
  }

  /** On any thread: a message that came was not followed. */
  public void ignore(PeerConnection<M> from, MessageKind kind, Disregard why) {
    vain.happened(new Vain(from.info().peerId(), kind, why));
  }
}
