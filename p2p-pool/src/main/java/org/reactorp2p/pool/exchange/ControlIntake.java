/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.connect.Coalescer;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.P2pEvent;

/**
 * Takes the control messages of every connection and says so. None of them is answered: the
 * protocol leaves it to a node whether it tells points or swaps peers. Thread-safe.
 */
public final class ControlIntake {

  private record Sender(PeerId peer, MessageKind kind) {}

  private final Coalescer<Sender> reports;

  public ControlIntake(Office office) {
    this.reports =
        new Coalescer<>(
            office,
            (sender, count) -> new P2pEvent.ControlReceived(sender.peer(), sender.kind(), count));
  }

  /** Takes what comes on this connection, until it ends. */
  public <M> void attend(PeerConnection<M> connection) {
    PeerId peer = connection.info().peerId();
    connection
        .control()
        .onErrorComplete()
        .subscribe(message -> reports.happened(new Sender(peer, MessageKind.of(message))));
  }
}
