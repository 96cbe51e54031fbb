/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.connection.DisconnectReason.Malformed;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.core.wire.WireReader;
import org.reactorp2p.core.wire.WireWriter;
import org.reactorp2p.pool.event.P2pEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What {@code src/lib_p2p/tezt/test_p2p_pool.ml} and {@code src/lib_p2p/test/test_p2p_broadcast.ml}
 * of the original assert, on sockets as there.
 */
@Tag("original")
@Timeout(120)
class OriginalPoolIT {

  private static final int NODES = 10;
  private static final int ROUNDS = 5;

  private final Docks docks = new Docks();

  @AfterEach
  void close() {
    docks.close();
  }

  @Test
  @DisplayName("tezt/test_p2p_pool.ml: simple")
  void simple() throws Exception {
    List<P2pNetwork<String, ?, ?>> nodes = docks.nodes(NODES);
    var pings = new CountDownLatch(NODES * (NODES - 1));
    nodes.forEach(node -> node.receiveAny().subscribe(ping -> pings.countDown()));
    var meeting = new Meeting(nodes, Schedulers.parallel(), docks.random);
    meeting.everybodyKnowsEverybody().block(Docks.PATIENCE);
    // Both ends of a connection have it a moment apart.
    for (P2pNetwork<String, ?, ?> node : nodes) {
      node.connected().take(NODES - 1).collectList().block(Docks.PATIENCE);
      assertThat(node.connections()).hasSize(NODES - 1);
    }
    Flux.fromIterable(nodes).flatMap(Meeting::pingAll).then().block(Docks.PATIENCE);
    assertThat(pings.await(Docks.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("tezt/test_p2p_pool.ml: random")
  void random() {
    List<P2pNetwork<String, ?, ?>> nodes = docks.nodes(NODES);
    nodes.forEach(Meeting::greet);
    var meeting = new Meeting(nodes, Schedulers.parallel(), docks.random);
    meeting.everybodyMeetsEverybody(ROUNDS).block(Docks.PATIENCE);
  }

  @Test
  @DisplayName("tezt/test_p2p_pool.ml: garbled")
  void garbled() throws Exception {
    P2pNetwork<String, ?, ?> node = docks.started(docks.node());
    Watch watch = Watch.over(node);
    List<Rogue> others = new ArrayList<>();
    for (int i = 1; i < NODES; i++) {
      var rogue = new Rogue(docks.identity(), docks.transport, Schedulers.parallel());
      rogue.dial(node.listening().orElseThrow(), Admission.OPEN).block(Docks.PATIENCE);
      others.add(rogue);
    }
    node.connected().take(NODES - 1).collectList().block(Docks.PATIENCE);
    Flux.fromIterable(others)
        .flatMap(
            rogue ->
                rogue
                    .say(new byte[16])
                    .onErrorComplete()
                    .then(Mono.defer(() -> rogue.open().link().onClose())))
        .then()
        .block(Docks.PATIENCE);
    node.stop().block(Docks.PATIENCE);
    watch.awaitEnd();
    assertThat(watch.of(P2pEvent.Disconnected.class))
        .hasSize(NODES - 1)
        .allMatch(event -> event.reason() instanceof Malformed);
  }

  @Test
  @DisplayName("test_p2p_broadcast.ml: simple")
  void broadcast() {
    var codec = new CountingCodec(MessageCodec.bytes(0x0010, 100_000), new AtomicInteger());
    P2pNetwork<byte[], ?, ?> broadcaster = docks.started(docks.speaking(codec));
    List<P2pNetwork<byte[], ?, ?>> others = new ArrayList<>();
    List<Mono<List<byte[]>>> heard = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      P2pNetwork<byte[], ?, ?> other = docks.started(docks.speaking(codec));
      Mono<List<byte[]>> all =
          other.receiveAny().map(Received::message).take(ROUNDS).collectList().cache();
      all.subscribe();
      heard.add(all);
      others.add(other);
      other.connect(Docks.at(broadcaster)).block(Docks.PATIENCE);
    }
    broadcaster.connected().take(2).collectList().block(Docks.PATIENCE);
    List<byte[]> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] hashes = new byte[1_000 * 32];
      docks.random.nextBytes(hashes);
      rounds.add(hashes);
      assertThat(broadcaster.broadcast(hashes)).isEqualTo(new BroadcastResult(2, 0, 0));
    }
    for (Mono<List<byte[]>> all : heard) {
      assertThat(all.block(Docks.PATIENCE))
          .usingElementComparator(Arrays::compare)
          .isEqualTo(rounds);
    }
    assertThat(codec.encoded()).as("once for both").hasValue(ROUNDS);
  }

  /** Counts how often it encodes. */
  private record CountingCodec(MessageCodec<byte[]> actual, AtomicInteger encoded)
      implements MessageCodec<byte[]> {

    @Override
    public int tag(byte[] message) {
      return actual.tag(message);
    }

    @Override
    public boolean knows(int tag) {
      return actual.knows(tag);
    }

    @Override
    public int maxBodyLength(int tag) {
      return actual.maxBodyLength(tag);
    }

    @Override
    public void encodeBody(byte[] message, WireWriter out) {
      encoded.incrementAndGet();
      actual.encodeBody(message, out);
    }

    @Override
    public byte[] decodeBody(int tag, WireReader body) {
      return actual.decodeBody(tag, body);
    }
  }
}
