/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.connection.AssemblyBudget;
import org.reactorp2p.core.connection.ConnectionConfig;
import org.reactorp2p.core.connection.ConnectionContext;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.MailboxLimits;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.Authenticator;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.HandshakeException;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks.EmitResult;

/**
 * Our implementation in the place of a recorded node: its identity, nonce and configuration, the
 * real handshake and the real connection, on a link in memory whose other end the replay holds.
 */
final class Peer {

  /** More than any recording sends or receives: what waits is not what is tested here. */
  private static final MailboxLimits ROOMY =
      new MailboxLimits(4L * WireLimits.MAX_MESSAGE_LENGTH, 1 << 20);

  private static final ConnectionConfig CONFIG =
      new ConnectionConfig(
          ROOMY,
          ROOMY,
          ROOMY,
          ConnectionConfig.DEFAULT.stallWindow(),
          ConnectionConfig.DEFAULT.minimumBytesPerSecond());

  private final HandScheduler time = new HandScheduler();
  private final Side side;
  private final Mono<Authenticated> handshake;
  private final Proofreader said;
  private final Cable cable;
  private final List<PeerMessage<RawMessage>> heard = new ArrayList<>();

  private @Nullable PeerConnection<RawMessage> connection;
  private @Nullable Throwable failure;
  private @Nullable DisconnectReason reason;

  Peer(Side side, Way recorded) {
    this.side = side;
    this.said = new Proofreader(recorded.raw());
    this.cable = new Cable(time, side.role(), said);
    var authenticator =
        new Authenticator(
            side.handshake(),
            side.identity(),
            new RecordedAdmission(recorded),
            recorded.hello()::nonce,
            time);
    this.handshake =
        side.role() == Role.INITIATOR
            ? authenticator.outbound(cable.ours(), Optional.empty())
            : authenticator.inbound(cable.ours());
  }

  /** Starts the handshake. */
  void begin() {
    handshake.subscribe(this::connect, thrown -> failure = thrown);
    time.run();
  }

  private void connect(Authenticated authenticated) {
    var context =
        new ConnectionContext(CONFIG, new AssemblyBudget(WireLimits.MAX_MESSAGE_LENGTH), time);
    connection = PeerConnection.open(authenticated, Messages.codec(side.limits()), context);
    connection.receive().subscribe(m -> heard.add(new PeerMessage.Application<>(m)), ended -> {});
    connection.control().subscribe(heard::add, ended -> {});
    connection.onClose().subscribe(why -> reason = why);
  }

  /** Some bytes come in. */
  void hear(byte[] piece) {
    cable.feed(piece);
    time.run();
  }

  /** The other side closes. */
  void hearEnd() {
    cable.close();
    time.run();
  }

  /** The application, or the pool, sends a message. */
  void say(PeerMessage<RawMessage> message, String where) {
    if (connection == null) {
      throw new Difference(
          where, "a message was sent here, and our handshake did not end well: " + outcome());
    }
    if (message instanceof PeerMessage.Application<RawMessage> application) {
      connection.send(application.message()).subscribe(nothing -> {}, refused -> {});
    } else if (connection.tryEmitControl(message) == EmitResult.FAIL_OVERFLOW) {
      throw new Difference(where, "our connection has no room for the recorded message");
    }
    time.run();
  }

  /** The application closes; a handshake is ended by nobody but the two sides. */
  void close() {
    if (connection != null) {
      connection.disconnect(new DisconnectReason.Requested("as recorded"));
    }
    time.run();
  }

  /** What came out so far, compared. */
  Proofreader said() {
    return said;
  }

  /** The messages that came in so far, in the order in which the two streams gave them. */
  List<PeerMessage<RawMessage>> heard() {
    return heard;
  }

  /** Whether it is still there to hear anything. */
  boolean isOpen() {
    return failure == null && reason == null;
  }

  /** Where it stands, in words. */
  String outcome() {
    if (reason != null) {
      return reason.text();
    }
    if (failure != null) {
      return String.valueOf(failure.getMessage());
    }
    return connection == null ? "the handshake goes on" : "connected";
  }

  /** Why the handshake failed, if it did. */
  Optional<Fault> fault() {
    return failure instanceof HandshakeException failed
        ? Optional.of(failed.fault())
        : Optional.empty();
  }

  boolean isConnected() {
    return connection != null;
  }

  Optional<DisconnectReason> reason() {
    return Optional.ofNullable(reason);
  }
}
