/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.Authenticator;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Shakes hands as it should, and then says under its own key whatever it is told to. */
final class Rogue {

  private final Identity identity;
  private final Transport transport;
  private final Scheduler time;
  private final AtomicReference<@Nullable Authenticated> there = new AtomicReference<>();
  private volatile boolean closed;

  Rogue(Identity identity, Transport transport, Scheduler time) {
    this.identity = identity;
    this.transport = transport;
    this.time = time;
  }

  /** Dials, and answers whoever answers as the admission says. */
  Mono<Authenticated> dial(Point to, Admission admission) {
    var authenticator =
        new Authenticator(
            HandshakeConfig.of(Town.CHAIN).withRequiredDifficulty(Difficulty.NONE),
            identity,
            admission,
            () -> MessageNonce.draw(new Random(identity.peerId().hashCode())),
            time);
    return transport
        .dial(to)
        .doOnNext(this::watch)
        .flatMap(link -> authenticator.outbound(link, Optional.empty()))
        .doOnNext(there::set);
  }

  private void watch(Link link) {
    link.onClose().subscribe(null, null, () -> closed = true);
  }

  /** Says this, well sealed, in one frame. */
  Mono<Void> say(byte[] content) {
    return sayAll(Flux.just(content));
  }

  /** Says these, a frame each, sealed when the socket has room for the next. */
  Mono<Void> sayAll(Flux<byte[]> contents) {
    Authenticated open = open();
    return open.link().send(contents.map(content -> sealed(open, content)));
  }

  private static byte[] sealed(Authenticated by, byte[] content) {
    byte[] frame = new byte[FrameCodec.OVERHEAD + content.length];
    FrameCodec.layOut(content, 0, content.length, frame, 0);
    by.sealer().seal(frame, FrameCodec.HEADER_LENGTH, content.length);
    return frame;
  }

  /** What the handshake came to. */
  Authenticated open() {
    Authenticated open = there.get();
    if (open == null) {
      throw new IllegalStateException("no handshake yet");
    }
    return open;
  }

  boolean isClosed() {
    return closed;
  }
}
