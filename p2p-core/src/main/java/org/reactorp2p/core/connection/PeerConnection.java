/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.time.Duration;
import org.reactivestreams.Publisher;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.wire.EncodedMessage;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks.EmitResult;

/**
 * A running connection: a stream of typed messages each way, over sealed frames.
 *
 * <p>Both ways are bounded. A subscriber that asks for nothing lets the inbox fill; then nothing is
 * read from the socket, and TCP slows the peer. A peer that reads nothing lets our outbox fill;
 * then {@link #send} waits and {@link #tryEmitNext} says {@code FAIL_OVERFLOW}.
 *
 * <p>Every method may be called from any thread. Signals come on the link's own thread, or on the
 * thread that made the request, when something was already waiting.
 *
 * @param <M> the application's messages
 */
public interface PeerConnection<M> {

  /**
   * Starts a connection on what the handshake left. Reading starts at once, up to the bounds of the
   * inbox; from now on the connection owns link, reader and keys and releases them at its end.
   */
  static <M> PeerConnection<M> open(
      Authenticated authenticated, PeerMessageCodec<M> codec, ConnectionContext context) {
    return LinkConnection.open(authenticated, codec, context);
  }

  /** Who is at the other end, and what was agreed with them. */
  PeerInfo info();

  /**
   * The application's messages, in the order they were sent. One subscriber, once; a second gets an
   * {@link IllegalStateException}.
   *
   * <p>When the connection ends, what already came is still delivered on demand. Then the stream
   * completes, if either side ended it in good order, or fails with a {@link
   * DisconnectedException}. A local {@link #disconnect} throws away what waits. Cancelling throws
   * away what waits and whatever comes later, counted in {@link ConnectionStat#dropped()}; the
   * connection goes on. A subscriber that throws ends the connection.
   */
  Flux<M> receive();

  /**
   * Bootstrap, Advertise, SwapRequest and SwapAck, for whoever answers them. One subscriber, once.
   * Those that find the control mailbox full are dropped and counted.
   */
  Flux<PeerMessage<M>> control();

  /**
   * Encodes on subscription and queues, waiting while the outbox is full; messages that wait go in
   * the order of their subscriptions.
   *
   * @return completes when the message is queued; fails with what the encoder threw, or with {@link
   *     DisconnectedException}. Cancelling withdraws a message that still waits
   */
  Mono<Void> send(M message);

  /**
   * Queues everything {@code messages} yields, asking for no more than the outbox has room for if
   * the next messages are as long as the last; at most 32 at a time, so that is also how many can
   * exceed the outbox where lengths grow at once, or where several streams are sent side by side.
   *
   * @return completes when the last one is queued; fails as {@link #send(Object)} does, or with the
   *     error of {@code messages}, and then cancels {@code messages}
   */
  Mono<Void> send(Publisher<? extends M> messages);

  /**
   * Queues the message if there is room.
   *
   * @return {@code OK}; {@code FAIL_OVERFLOW} when the outbox is full or others wait, the message
   *     is then dropped and counted; {@code FAIL_TERMINATED} when the connection has ended or
   *     drains
   * @throws org.reactorp2p.core.wire.UnencodableException when the message cannot be encoded; the
   *     connection is unharmed
   */
  EmitResult tryEmitNext(M message);

  /**
   * As {@link #tryEmitNext(Object)}, for a message encoded once and sent to many. The bytes are
   * shared and never written to.
   */
  EmitResult tryEmitEncoded(EncodedMessage message);

  /** As {@link #tryEmitNext(Object)}, for a control message. */
  EmitResult tryEmitControl(PeerMessage<M> message);

  /** What was done so far. */
  ConnectionStat stat();

  /**
   * Ends the connection now: the batch in flight still goes out, what is queued is dropped.
   *
   * @return hot: the end is under way when this returns; completes with {@link #onClose()}
   */
  Mono<Void> disconnect(DisconnectReason reason);

  /**
   * Accepts no more, sends what is queued, and then ends the connection; after {@code limit} it
   * ends anyway, with {@link DisconnectReason.DrainTimedOut}.
   *
   * @return hot, as {@link #disconnect}
   */
  Mono<Void> drainAndDisconnect(DisconnectReason reason, Duration limit);

  /**
   * Why the connection ended, when it has ended and its socket is closed; exactly one reason, the
   * first that was recorded. Never fails; any number of subscribers, at any time.
   */
  Mono<DisconnectReason> onClose();
}
