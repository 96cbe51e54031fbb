/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.Authenticator;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Two houses with an event loop each, whose peers meet over real sockets and on real time: the near
 * one dials, the far one listens.
 */
final class TcpPeers implements AutoCloseable {

  /** How long any test waits for anything. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  static final Point ANY_PORT = Point.parse("127.0.0.1:0");
  static final int LARGEST_BODY = 1 << 20;

  static final HandshakeConfig CONFIG =
      HandshakeConfig.of(ChainName.of("TEST")).withRequiredDifficulty(Difficulty.NONE);

  private static final Duration BRIEF = Duration.ofMillis(500);

  final Scheduler timer = Schedulers.newSingle("test-timer", true);

  private final SecureRandom random = new SecureRandom();
  private final TcpTransport near;
  private final TcpTransport far;
  private final Authenticator dialler;
  private final Authenticator listener;

  TcpPeers() {
    this(TcpConfig.defaults(), HandshakeConfig.DEFAULT_INBOUND_TIMEOUT);
  }

  /**
   * @param patience how long a handshake may take
   */
  TcpPeers(TcpConfig config, Duration patience) {
    near = TcpTransport.create(config.withLoops(1).withCloseTimeout(BRIEF));
    far = TcpTransport.create(config.withLoops(1).withCloseTimeout(BRIEF));
    dialler = authenticator(patience);
    listener = authenticator(patience);
  }

  private Authenticator authenticator(Duration patience) {
    return authenticator(identity(), CONFIG.withTimeouts(patience, patience), Admission.OPEN);
  }

  /** Somebody new who is choosy in its own way. */
  Authenticator authenticator(Identity who, HandshakeConfig config, Admission admission) {
    return new Authenticator(config, who, admission, () -> MessageNonce.draw(random), timer);
  }

  Identity identity() {
    ProofOfWorkStamp stamp = ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]);
    return Identity.of(SecretKey.generate(random), stamp);
  }

  /** The two ends of one authenticated link. */
  record Two(Authenticated near, Authenticated far) {}

  /** Dials, shakes hands, and waits for both ends. */
  Two meet() throws Exception {
    Listener door = listen();
    return meet(door, door.local());
  }

  /** The same, where the way to the door leads over {@code by}. */
  Two meet(Listener door, Point by) throws Exception {
    CompletableFuture<Authenticated> far = accept(door).flatMap(listener::inbound).toFuture();
    Authenticated near = dial(by).toFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return new Two(near, far.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
  }

  Listener listen() {
    return Objects.requireNonNull(far.listen(ANY_PORT).block(PATIENCE));
  }

  /** The first link that comes in. */
  static Mono<Link> accept(Listener door) {
    return door.accept().next();
  }

  /** Opens a link, and says nothing. */
  Mono<Link> link(Point to) {
    return near.dial(to);
  }

  /** Plays the responder. */
  Mono<Authenticated> answer(Link link) {
    return listener.inbound(link);
  }

  /** Dials and plays the initiator. */
  Mono<Authenticated> dial(Point to) {
    return near.dial(to).flatMap(link -> dialler.outbound(link, Optional.empty()));
  }

  PeerConnection<RawMessage> open(Authenticated end) {
    return open(end, ConnectionConfig.DEFAULT);
  }

  PeerConnection<RawMessage> open(Authenticated end, ConnectionConfig config) {
    return PeerConnection.open(end, codec(), context(config));
  }

  ConnectionContext context(ConnectionConfig config) {
    return new ConnectionContext(config, new AssemblyBudget(64 << 20), timer);
  }

  static PeerMessageCodec<RawMessage> codec() {
    return new PeerMessageCodec<>(RawMessage.codec(LARGEST_BODY), WireLimits.DEFAULT);
  }

  /** A message as it lies in a frame, sealed under the keys of {@code by}. */
  static byte[] sealed(Authenticated by, RawMessage message) {
    byte[] content = codec().encode(new PeerMessage.Application<>(message)).toBytes();
    byte[] frame = new byte[FrameCodec.OVERHEAD + content.length];
    FrameCodec.layOut(content, 0, content.length, frame, 0);
    by.sealer().seal(frame, FrameCodec.HEADER_LENGTH, content.length);
    return frame;
  }

  /** Says anything at all on a link, and lets the outcome be. */
  static void say(Authenticated by, Flux<byte[]> chunks) {
    by.link().send(chunks).subscribe(nothing -> {}, lost -> {});
  }

  static DisconnectReason reason(PeerConnection<?> connection) {
    return Objects.requireNonNull(connection.onClose().block(PATIENCE));
  }

  @Override
  public void close() {
    Mono.when(near.disposeLater(), far.disposeLater()).block(PATIENCE);
    timer.dispose();
  }
}
