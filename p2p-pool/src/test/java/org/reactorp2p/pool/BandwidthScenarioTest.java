/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.bandwidth.BandwidthStat;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.publisher.Flux;

/** Networks that keep to a bandwidth, over memory on virtual time. */
class BandwidthScenarioTest {

  private static final int TAG = 0x0010;
  private static final int LARGEST = 1 << 16;
  private static final long KIB = 1 << 10;
  private static final long MIB = 1 << 20;
  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private final Town town = new Town(11);
  private final List<P2pNetwork<RawMessage>> clients = new ArrayList<>();

  @Test
  void S_01_eight_clients_hold_a_limit_of_the_server_and_share_it_alike() {
    P2pNetwork<RawMessage> server = server(ByteRate.of(MIB));
    clients(8, ByteRate.of(256 * KIB));
    town.pass(Duration.ofSeconds(2));
    Map<PeerId, Long> first = perClient(server);
    long atFirst = received(server);
    for (int slice = 0; slice < 12; slice++) {
      Map<PeerId, Long> before = perClient(server);
      long total = received(server);
      town.pass(Duration.ofSeconds(5));
      assertThat(received(server) - total).isCloseTo(5 * MIB, Percentage.withPercentage(3));
      // One item of 64 KiB is a tenth of what each gets in five seconds.
      assertThat(jain(difference(before, perClient(server)))).isGreaterThan(0.99);
    }
    assertThat(received(server) - atFirst).isCloseTo(60 * MIB, Percentage.withPercentage(0.5));
    assertThat(jain(difference(first, perClient(server)))).isGreaterThan(0.9995);
  }

  @Test
  void S_01_each_client_holds_its_own_limit_where_the_server_has_none() {
    P2pNetwork<RawMessage> server = server(ByteRate.UNLIMITED);
    clients(8, ByteRate.of(256 * KIB));
    town.pass(Duration.ofSeconds(2));
    Map<PeerId, Long> before = perClient(server);
    long total = received(server);
    town.pass(Duration.ofSeconds(5));

    assertThat(received(server) - total).isCloseTo(5 * 2 * MIB, Percentage.withPercentage(3));
    for (double bytes : difference(before, perClient(server))) {
      assertThat(bytes).isCloseTo(5 * 256 * KIB, Percentage.withPercentage(6));
    }
  }

  private P2pNetwork<RawMessage> server(ByteRate download) {
    P2pNetwork<RawMessage> server =
        town.speaking(RawMessage.codec(LARGEST), 1).downloadLimit(download).build();
    town.await(server.start());
    server.receiveAny().subscribe();
    return server;
  }

  /** Who send without end, messages of 64 bytes to 64 KiB. */
  private void clients(int count, ByteRate upload) {
    for (int house = 2; house < 2 + count; house++) {
      P2pNetwork<RawMessage> client =
          town.speaking(RawMessage.codec(LARGEST), house).uploadLimit(upload).build();
      town.await(client.start());
      PeerConnection<RawMessage> link = town.await(client.connect(HOST));
      var random = new Random(house);
      link.send(
              Flux.<RawMessage>generate(
                  sink -> sink.next(new RawMessage(TAG, new byte[64 << random.nextInt(11)]))))
          .subscribe();
      clients.add(client);
    }
  }

  private long received(P2pNetwork<RawMessage> server) {
    return server.bandwidth().stat().download().totalBytes();
  }

  private Map<PeerId, Long> perClient(P2pNetwork<RawMessage> server) {
    Map<PeerId, Long> bytes = new HashMap<>();
    for (P2pNetwork<RawMessage> client : clients) {
      BandwidthStat stat = server.bandwidth().stat(client.peerId()).orElseThrow();
      bytes.put(client.peerId(), stat.download().totalBytes());
    }
    return bytes;
  }

  private static double[] difference(Map<PeerId, Long> before, Map<PeerId, Long> after) {
    return after.entrySet().stream()
        .mapToDouble(entry -> entry.getValue() - before.get(entry.getKey()))
        .toArray();
  }

  private static double jain(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    return sum * sum / (values.length * squares);
  }
}
