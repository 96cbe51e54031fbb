/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.Authenticator;
import org.reactorp2p.core.handshake.Breach;
import org.reactorp2p.core.handshake.Candidate;
import org.reactorp2p.core.handshake.Decision;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.HandshakeException;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What the two {@code test_p2p_socket.ml} of the original (in {@code test} and, switched off there,
 * in {@code tezt}) assert of handshakes, on sockets as there.
 */
@Tag("original")
@Timeout(120)
class OriginalHandshakeIT {

  private static final Admission NACK =
      candidate -> Mono.just(new Decision.Refuse(NackMotive.NO_MOTIVE, List.of()));

  private final TcpPeers peers = new TcpPeers();

  @AfterEach
  void close() {
    peers.close();
  }

  /** How both ends fared; one of the two authenticated is null. */
  private record Ends(Fault client, Fault server) {}

  private Ends play(Authenticator client, Authenticator server) throws Exception {
    Listener door = peers.listen();
    CompletableFuture<Fault> inbound =
        fault(TcpPeers.accept(door).flatMap(server::inbound)).toFuture();
    Mono<Authenticated> outbound =
        peers.link(door.local()).flatMap(link -> client.outbound(link, Optional.empty()));
    return new Ends(fault(outbound).block(TcpPeers.PATIENCE), OriginalSocketIT.soon(inbound));
  }

  private static Mono<Fault> fault(Mono<Authenticated> handshake) {
    return handshake
        .<Fault>flatMap(done -> Mono.error(new AssertionError("it came about: " + done.info())))
        .onErrorResume(HandshakeException.class, failed -> Mono.just(failed.fault()));
  }

  private Authenticator open(Identity who) {
    return peers.authenticator(who, TcpPeers.CONFIG, Admission.OPEN);
  }

  @Test
  @DisplayName("test_p2p_socket.ml: pow")
  void pow() throws Exception {
    Authenticator demanding =
        peers.authenticator(
            peers.identity(),
            TcpPeers.CONFIG.withRequiredDifficulty(Difficulty.of(100)),
            Admission.OPEN);
    Ends ends = play(open(peers.identity()), demanding);
    assertThat(ends.server()).isEqualTo(new Fault.Misbehaved(Breach.NOT_ENOUGH_PROOF_OF_WORK));
    assertThat(ends.client()).isInstanceOf(Fault.Lost.class);
  }

  @Test
  @DisplayName("test_p2p_socket.ml: nacked")
  void nacked() throws Exception {
    Authenticator nacking = peers.authenticator(peers.identity(), TcpPeers.CONFIG, NACK);
    Ends ends = play(nacking, open(peers.identity()));
    assertThat(ends.server()).isEqualTo(new Fault.RefusedByPeer(NackMotive.NO_MOTIVE, List.of()));
    assertThat(ends.client()).isEqualTo(new Fault.Refused(NackMotive.NO_MOTIVE));
  }

  @Test
  @DisplayName("tezt/test_p2p_socket.ml: nack")
  void nack() throws Exception {
    Identity who = peers.identity();
    var seen = new AtomicReference<Candidate>();
    Authenticator nacking =
        peers.authenticator(
            peers.identity(),
            TcpPeers.CONFIG,
            candidate -> {
              seen.set(candidate);
              return NACK.decide(candidate);
            });
    Ends ends = play(open(who), nacking);
    assertThat(seen.get().peerId()).isEqualTo(who.peerId());
    assertThat(seen.get().direction()).isEqualTo(Direction.INBOUND);
    assertThat(ends.client()).isEqualTo(new Fault.RefusedByPeer(NackMotive.NO_MOTIVE, List.of()));
    assertThat(ends.server()).isEqualTo(new Fault.Refused(NackMotive.NO_MOTIVE));
  }

  /** Whoever shows the server's own key does not own it, and so is never taken for the server. */
  @Test
  @DisplayName("tezt/test_p2p_socket.ml: self peer id")
  void self_peer_id() throws Exception {
    Identity server = peers.identity();
    var hello =
        new ConnectionMessage(
            OptionalInt.empty(),
            server.publicKey(),
            server.stamp(),
            MessageNonce.draw(new SecureRandom()),
            TcpPeers.CONFIG.announcedVersion());
    // Metadata are two bytes; whatever is sealed without the secret does not open.
    byte[] sealed = new byte[FrameCodec.OVERHEAD + 2];
    FrameCodec.putSealedLength(sealed, 0, 2);
    assertThat(faultAt(server, heard -> Flux.just(hello.toFrame(), sealed)))
        .isEqualTo(new Fault.Misbehaved(Breach.UNDECIPHERABLE_METADATA));
  }

  @Test
  @DisplayName("tezt/test_p2p_socket.ml: self connection message")
  void self_connection_message() throws Exception {
    // Whatever the server says is said back to it.
    assertThat(faultAt(peers.identity(), heard -> heard))
        .isEqualTo(new Fault.Misbehaved(Breach.UNDECIPHERABLE_METADATA));
  }

  /** How the server takes it when somebody answers like that. */
  private Fault faultAt(Identity server, UnaryOperator<Flux<byte[]>> answer) throws Exception {
    Listener door = peers.listen();
    CompletableFuture<Fault> inbound =
        fault(TcpPeers.accept(door).flatMap(open(server)::inbound)).toFuture();
    Link client = peers.link(door.local()).block(TcpPeers.PATIENCE);
    Flux<byte[]> heard = client.receive().map(Chunk::toBytes);
    client.send(answer.apply(heard)).onErrorComplete().subscribe();
    Fault fault = OriginalSocketIT.soon(inbound);
    client.abort();
    return fault;
  }
}
