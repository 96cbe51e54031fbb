/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.connection.DisconnectReason.ConnectionLost;
import org.reactorp2p.core.connection.DisconnectReason.Malformed;
import org.reactorp2p.core.connection.DisconnectReason.PeerClosed;
import org.reactorp2p.core.connection.DisconnectReason.Requested;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.transport.Ear;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.limit.LimitedLink;
import org.reactorp2p.core.wire.Flaw;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What {@code src/lib_p2p/test/test_p2p_socket.ml} of the original asserts once a link is there, on
 * sockets as there; its handshakes are in {@link OriginalHandshakeIT}.
 */
@Tag("original")
@Timeout(120)
class OriginalSocketIT {

  private static final int TAG = 0x0010;

  private final long seed = Long.getLong("p2p.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final TcpPeers peers = new TcpPeers();

  @AfterEach
  void close() {
    peers.close();
  }

  @Test
  @DisplayName("test_p2p_socket.ml: low-level")
  void low_level() throws Exception {
    byte[] raw = bytes(16);
    Listener door = peers.listen();
    CompletableFuture<Link> accepted = TcpPeers.accept(door).map(this::limited).toFuture();
    Link client = limited(peers.link(door.local()).block(TcpPeers.PATIENCE));
    Link server = soon(accepted);

    Ear ear = Ear.on(client);
    server.send(Mono.just(raw.clone())).block(TcpPeers.PATIENCE);
    assertThat(ear.await(16)).as("seed %d", seed).isEqualTo(raw);
    server.abort();
    client.abort();
  }

  private Link limited(Link link) {
    BandwidthScheduler rate =
        BandwidthScheduler.create(ByteRate.ofMebibytes(1), peers.timer, System::nanoTime);
    return LimitedLink.of(link, rate.open(1), rate.open(1));
  }

  @Test
  @DisplayName("test_p2p_socket.ml: simple-message")
  void simple_message() throws Exception {
    eachTellsTheOther(16, WireLimits.DEFAULT);
  }

  @Test
  @DisplayName("test_p2p_socket.ml: chunked-message")
  void chunked_message() throws Exception {
    // 21 bytes on the wire are a length of 2, a tag of 16, and 3 of the message.
    eachTellsTheOther(256, WireLimits.DEFAULT.withFrameSize(21));
  }

  @Test
  @DisplayName("test_p2p_socket.ml: oversized-message")
  void oversized_message() throws Exception {
    eachTellsTheOther(131_072, WireLimits.DEFAULT);
  }

  private void eachTellsTheOther(int length, WireLimits limits) throws Exception {
    TcpPeers.Two two = peers.meet();
    PeerConnection<RawMessage> client = open(two.near(), limits);
    PeerConnection<RawMessage> server = open(two.far(), limits);
    var there = new RawMessage(TAG, bytes(length));
    var back = new RawMessage(TAG, bytes(length));
    CompletableFuture<RawMessage> atServer = server.receive().next().toFuture();
    CompletableFuture<RawMessage> atClient = client.receive().next().toFuture();

    Mono.when(client.send(there), server.send(back)).block(TcpPeers.PATIENCE);
    assertThat(soon(atServer)).as("seed %d", seed).isEqualTo(there);
    assertThat(soon(atClient)).as("seed %d", seed).isEqualTo(back);
  }

  private PeerConnection<RawMessage> open(Authenticated end, WireLimits limits) {
    var codec = new PeerMessageCodec<>(RawMessage.codec(TcpPeers.LARGEST_BODY), limits);
    return PeerConnection.open(end, codec, peers.context(ConnectionConfig.DEFAULT));
  }

  @Test
  @DisplayName("test_p2p_socket.ml: close-on-read")
  void close_on_read() throws Exception {
    TcpPeers.Two two = peers.meet();
    PeerConnection<RawMessage> client = peers.open(two.near());
    CompletableFuture<Long> read = client.receive().count().toFuture();
    peers.open(two.far()).disconnect(new Requested("close on read"));

    assertThat(soon(read)).isZero();
    assertThat(TcpPeers.reason(client)).isEqualTo(new PeerClosed());
  }

  @Test
  @DisplayName("test_p2p_socket.ml: close-on-write")
  void close_on_write() throws Exception {
    TcpPeers.Two two = peers.meet();
    PeerConnection<RawMessage> client = peers.open(two.near());
    peers.open(two.far()).disconnect(new Requested("close on write"));
    assertThat(TcpPeers.reason(client)).isEqualTo(new PeerClosed());

    assertThatThrownBy(() -> client.send(new RawMessage(TAG, bytes(16))).block(TcpPeers.PATIENCE))
        .isInstanceOfSatisfying(
            DisconnectedException.class,
            closed -> assertThat(closed.reason()).isEqualTo(new PeerClosed()));
  }

  @Test
  @DisplayName("test_p2p_socket.ml: garbled-data")
  void garbled_data() throws Exception {
    TcpPeers.Two two = peers.meet();
    PeerConnection<RawMessage> client = peers.open(two.near());
    // Well sealed, and a message of length -1.
    byte[] garbled = {-1, -1, -1, -1};
    byte[] frame = new byte[FrameCodec.OVERHEAD + garbled.length];
    FrameCodec.layOut(garbled, 0, garbled.length, frame, 0);
    two.far().sealer().seal(frame, FrameCodec.HEADER_LENGTH, garbled.length);
    TcpPeers.say(two.far(), Flux.just(frame));

    assertThat(TcpPeers.reason(client)).isEqualTo(new Malformed(Flaw.INVALID_NUMBER, 0));
    PeerConnection<RawMessage> server = peers.open(two.far());
    server.receive().subscribe(none -> {}, cut -> {});
    assertThat(TcpPeers.reason(server)).isInstanceOfAny(PeerClosed.class, ConnectionLost.class);
    assertThat(server.stat().messagesReceived()).isZero();
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  static <T> T soon(CompletableFuture<T> future) throws Exception {
    return future.get(TcpPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
