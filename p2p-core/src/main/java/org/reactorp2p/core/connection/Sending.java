/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import org.reactivestreams.Publisher;
import org.reactorp2p.core.connection.Mailbox.Offer;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.wire.EncodedMessage;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.crypto.session.Sealer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks.EmitResult;

/** The sending half of a connection: the outbox, and the pipe from there to the link. */
final class Sending<M> {

  private final PeerMessageCodec<M> codec;
  private final Sealer sealer;
  private final Tally tally;
  private final Ending ending;
  private final Outbox outbox;
  private final OutboundPipe pipe;
  // A hint for the next encoder, from whichever thread sent last: a wrong one costs a copy.
  private int lastLength;

  Sending(
      Authenticated peer,
      PeerMessageCodec<M> codec,
      ConnectionContext context,
      Tally tally,
      Ending ending,
      Closer closer) {
    this.codec = codec;
    this.sealer = peer.sealer();
    this.tally = tally;
    this.ending = ending;
    var home = peer.link().scheduler();
    this.outbox = new Outbox(context.config().outbox(), this::wake);
    var watch =
        new ProgressWatch(
            context.timer(),
            home,
            context.config().stallWindow(),
            1,
            () -> peer.link().heldBack().sending(),
            () -> closer.accept(new DisconnectReason.WriteStalled()));
    var batches = new BatchBuilder(outbox, sealer, codec.limits(), tally);
    this.pipe = new OutboundPipe(home, outbox, batches, watch, tally, closer);
  }

  private void wake() {
    pipe.wake();
  }

  /** What the link is to send; completes after {@link #drain} once all has been taken. */
  Publisher<byte[]> batches() {
    return pipe;
  }

  Mono<Void> send(M message) {
    return Mono.create(
        done -> {
          Outgoing.Own encoded;
          try {
            encoded = encode(message);
          } catch (RuntimeException unencodable) {
            done.error(unencodable);
            return;
          }
          new PendingSend(outbox, encoded, ending, done).start();
        });
  }

  Mono<Void> sendAll(Publisher<? extends M> messages) {
    return Mono.create(
        done ->
            messages.subscribe(
                new Intake<M>(outbox, new Encoder<>(codec, lastLength), ending, done)));
  }

  EmitResult tryEmit(M message) {
    return result(outbox.offer(encode(message)));
  }

  EmitResult tryEmitControl(PeerMessage<M> message) {
    return result(outbox.offer(new Encoder<>(codec, 0).encodeControl(message)));
  }

  EmitResult tryEmitEncoded(EncodedMessage message) {
    return result(outbox.offer(new Outgoing.Shared(message)));
  }

  private Outgoing.Own encode(M message) {
    Outgoing.Own encoded = new Encoder<>(codec, lastLength).encode(message);
    lastLength = encoded.length();
    return encoded;
  }

  private EmitResult result(Offer offer) {
    return switch (offer) {
      case ACCEPTED -> EmitResult.OK;
      case CLOSED -> EmitResult.FAIL_TERMINATED;
      case FULL -> {
        tally.dropped(1);
        yield EmitResult.FAIL_OVERFLOW;
      }
    };
  }

  int queued() {
    return outbox.queued();
  }

  int waiting() {
    return outbox.waiting();
  }

  // ---- the link's thread ----

  /** Takes no more, and completes the batches once what is queued has been taken. */
  void drain(DisconnectReason reason) {
    outbox.close(reason);
    pipe.drain();
  }

  /** Takes no more and gives no more. What was queued is dropped and counted. */
  void stop(DisconnectReason reason) {
    pipe.stop();
    outbox.close(reason);
    tally.dropped(pipe.discard());
    sealer.close();
  }
}
