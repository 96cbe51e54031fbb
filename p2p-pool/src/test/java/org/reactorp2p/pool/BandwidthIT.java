/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Networks that keep to a bandwidth, over loopback TCP in real time. */
class BandwidthIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LARGEST = 1 << 16;
  private static final long KIB = 1 << 10;
  private static final long MIB = 1 << 20;

  private final Random random = new Random(9);
  private final List<P2pNetwork<RawMessage, ?, ?>> networks = new ArrayList<>();

  @AfterEach
  void stop() {
    Mono.when(networks.stream().map(P2pNetwork::stop).toList()).block(PATIENCE);
  }

  /** The original's trivial-quota, of which the rates are only logged there. */
  @Test
  @Tag("original")
  @DisplayName("test_p2p_io_scheduler.ml: trivial-quota")
  void S_01_a_server_of_1_MiB_and_eight_clients_of_256_KiB_each_hold_their_limits() {
    P2pNetwork<RawMessage, ?, ?> server =
        started(node().downloadLimit(ByteRate.of(MIB)).listen(Point.parse("127.0.0.1:0")));
    server.receiveAny().subscribe();
    List<P2pNetwork<RawMessage, ?, ?>> clients = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clients.add(greedy(server));
    }
    pass(Duration.ofSeconds(2));
    var downloads = new Meter(clients, client -> downloaded(server, client));
    var uploads = new Meter(clients, client -> client.bandwidth().stat().upload().totalBytes());
    pass(Duration.ofSeconds(6));
    double[] down = downloads.rates();
    double[] up = uploads.rates();

    assertThat(sum(down)).isCloseTo(MIB, Percentage.withPercentage(3));
    assertThat(jain(down)).as("shared alike").isGreaterThan(0.98);
    assertThat(sum(up)).isCloseTo(8 * 256 * KIB, Percentage.withPercentage(3));
    for (double rate : up) {
      // An item of 64 KiB is a twenty-fourth of what each sends in the time.
      assertThat(rate).isCloseTo(256 * KIB, Percentage.withPercentage(6));
    }
  }

  private static long downloaded(
      P2pNetwork<RawMessage, ?, ?> server, P2pNetwork<RawMessage, ?, ?> client) {
    return server.bandwidth().stat(client.peerId()).orElseThrow().download().totalBytes();
  }

  /** A client that sends without end, messages of 64 bytes to 64 KiB. */
  private P2pNetwork<RawMessage, ?, ?> greedy(P2pNetwork<RawMessage, ?, ?> server) {
    P2pNetwork<RawMessage, ?, ?> client = started(node().uploadLimit(ByteRate.of(256 * KIB)));
    PeerConnection<RawMessage> link =
        client.connect(PeerAddress.of(server.listening().orElseThrow())).block(PATIENCE);
    link.send(
            Flux.<RawMessage>generate(
                sink -> sink.next(new RawMessage(0x0010, new byte[64 << random.nextInt(11)]))))
        .onErrorComplete()
        .subscribe();
    return client;
  }

  private P2pNetworkBuilder<RawMessage, ?, ?> node() {
    Identity identity =
        Identity.of(
            SecretKey.generate(random), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
    return P2pNetwork.builder(RawMessage.codec(LARGEST), identity, ChainName.of("TOWN"))
        .maintenance(usual -> MaintenanceConfig.OFF)
        .requiredDifficulty(Difficulty.NONE);
  }

  private P2pNetwork<RawMessage, ?, ?> started(P2pNetworkBuilder<RawMessage, ?, ?> builder) {
    P2pNetwork<RawMessage, ?, ?> network = builder.build().start().block(PATIENCE);
    networks.add(network);
    return network;
  }

  private static void pass(Duration time) {
    Mono.delay(time).block();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double jain(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    return sum(values) * sum(values) / (values.length * squares);
  }

  /** Rates of several counters from its making on. */
  private static final class Meter {
    private final List<P2pNetwork<RawMessage, ?, ?>> clients;
    private final ToLongFunction<P2pNetwork<RawMessage, ?, ?>> counter;
    private final long[] first;
    private final long began = System.nanoTime();

    Meter(
        List<P2pNetwork<RawMessage, ?, ?>> clients,
        ToLongFunction<P2pNetwork<RawMessage, ?, ?>> counter) {
      this.clients = clients;
      this.counter = counter;
      this.first = clients.stream().mapToLong(counter).toArray();
    }

    double[] rates() {
      double seconds = (System.nanoTime() - began) / 1e9;
      double[] rates = new double[first.length];
      for (int i = 0; i < rates.length; i++) {
        rates[i] = (counter.applyAsLong(clients.get(i)) - first[i]) / seconds;
      }
      return rates;
    }
  }
}
