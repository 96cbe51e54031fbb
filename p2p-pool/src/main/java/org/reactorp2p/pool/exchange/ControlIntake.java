/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.connect.Coalescer;
import org.reactorp2p.pool.connect.ConnectionRoll;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.P2pEvent;

/**
 * Takes the control messages of every connection, says so, and brings those that the throttles let
 * through to whoever deals with them. What comes too fast waits a little or is dropped, one kind
 * apart from the others, and nothing else of that connection waits with it. Thread-safe.
 *
 * @param <M> the application's messages
 */
public final class ControlIntake<M> {

  private record Sender(PeerId peer, MessageKind kind) {}

  private final Office office;
  private final ConnectionRoll<M> roll;
  private final ThrottleConfig throttles;
  private final ControlPost<M> post;
  private final ControlDesk<M> desk;
  private final Coalescer<Sender> reports;

  public ControlIntake(
      Office office,
      ConnectionRoll<M> roll,
      ThrottleConfig throttles,
      ControlPost<M> post,
      ControlDesk<M> desk) {
    this.office = office;
    this.roll = roll;
    this.throttles = throttles;
    this.post = post;
    this.desk = desk;
    this.reports =
        new Coalescer<>(
            office,
            (sender, count) -> new P2pEvent.ControlReceived(sender.peer(), sender.kind(), count));
  }

  /** Takes what comes on this connection, until it ends. */
  public void attend(PeerConnection<M> connection) {
    var throttle = new Throttle(throttles);
    connection
        .control()
        .onErrorComplete()
        .subscribe(message -> admit(connection, throttle, message));
  }

  /** On the link's thread, so that a flood ends here and costs the decisions no time. */
  private void admit(PeerConnection<M> from, Throttle throttle, PeerMessage<M> message) {
    MessageKind kind = MessageKind.of(message);
    reports.happened(new Sender(from.info().peerId(), kind));
    Optional<Duration> wait = throttle.admit(kind, office.clock().instant());
    if (wait.isEmpty()) {
      post.ignore(from, kind, Disregard.THROTTLED);
    } else if (wait.get().isZero()) {
      office.decisions().schedule(() -> deliver(from, message));
    } else {
      office
          .decisions()
          .schedule(() -> deliver(from, message), wait.get().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void deliver(PeerConnection<M> from, PeerMessage<M> message) {
    if (roll.find(from.info().peerId()).filter(from::equals).isPresent()) {
      desk.take(from, message);
    }
  }
}
