/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.pool.bandwidth.BandwidthStat;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.score.PeerScore;
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
  private final List<P2pNetwork<RawMessage, ?, ?>> clients = new ArrayList<>();

  @Test
  void S_01_eight_clients_hold_a_limit_of_the_server_and_share_it_alike() {
    P2pNetwork<RawMessage, ?, ?> server = server(ByteRate.of(MIB));
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
    P2pNetwork<RawMessage, ?, ?> server = server(ByteRate.UNLIMITED);
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

  @Test
  void S_05_another_limit_counts_at_once_and_so_does_none() {
    P2pNetwork<RawMessage, ?, ?> server = server(ByteRate.UNLIMITED);
    clients(4, ByteRate.of(2 * MIB));
    for (ByteRate rate : List.of(ByteRate.of(MIB), ByteRate.of(4 * MIB), ByteRate.of(MIB / 4))) {
      server.bandwidth().limits(BandwidthLimits.UNLIMITED.withDownload(rate));
      assertThat(server.bandwidth().limits().download()).isEqualTo(rate);
      town.pass(Duration.ofMillis(500));
      long before = received(server);
      town.pass(Duration.ofSeconds(10));
      assertThat(received(server) - before)
          .isCloseTo(10 * rate.bytesPerSecond(), Percentage.withPercentage(4));
    }
    server.bandwidth().limits(BandwidthLimits.UNLIMITED);
    town.pass(Duration.ofMillis(500));
    long before = received(server);
    town.pass(Duration.ofSeconds(10));
    assertThat(received(server) - before)
        .as("what all clients together may send")
        .isCloseTo(10 * 8 * MIB, Percentage.withPercentage(3));
    assertThat(server.bandwidth().stat().download().waiting()).isZero();
  }

  @Test
  void the_limit_is_divided_by_the_scores_of_the_peers() {
    P2pNetwork<RawMessage, ?, ?> server =
        started(host().downloadLimit(ByteRate.of(MIB)).score(PeerScore.ofConnected(this::byHouse)));
    clients(3, ByteRate.UNLIMITED);
    town.pass(Duration.ofSeconds(2));

    assertClose(parts(server, Duration.ofSeconds(60)), 2 / 9.0, 3 / 9.0, 4 / 9.0);
  }

  @Test
  void a_score_that_changes_counts_within_a_second_or_when_asked_to() {
    var favour = new double[] {1};
    P2pNetwork<RawMessage, ?, ?> server =
        started(
            host()
                .downloadLimit(ByteRate.of(MIB))
                .score(PeerScore.ofConnected(peer -> isHouse(peer, 2) ? favour[0] : 1)));
    clients(2, ByteRate.UNLIMITED);
    town.pass(Duration.ofSeconds(2));
    assertClose(parts(server, Duration.ofSeconds(60)), 0.5, 0.5);

    favour[0] = 3;
    town.pass(Duration.ofMillis(1_500));
    assertClose(parts(server, Duration.ofSeconds(60)), 0.75, 0.25);

    favour[0] = 1 / 3.0;
    server.bandwidth().reweigh();
    assertClose(parts(server, Duration.ofSeconds(60)), 0.25, 0.75);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void a_score_that_is_none_or_throws_counts_as_one_and_harms_nobody(double none) {
    P2pNetwork<RawMessage, ?, ?> server =
        started(
            host()
                .downloadLimit(ByteRate.of(MIB))
                .score(
                    PeerScore.ofConnected(
                        peer -> {
                          if (isHouse(peer, 2)) {
                            throw new AssertionError("thrown by a test");
                          }
                          return isHouse(peer, 3) ? none : 1;
                        })));
    clients(3, ByteRate.UNLIMITED);
    town.pass(Duration.ofSeconds(2));
    assertClose(parts(server, Duration.ofSeconds(60)), 1 / 3.0, 1 / 3.0, 1 / 3.0);
  }

  @Test
  void a_score_beyond_the_range_counts_as_its_end() {
    P2pNetwork<RawMessage, ?, ?> server =
        started(
            host()
                .downloadLimit(ByteRate.of(MIB))
                .score(PeerScore.ofConnected(peer -> isHouse(peer, 2) ? 0 : 1e300)));
    clients(2, ByteRate.UNLIMITED);
    town.pass(Duration.ofSeconds(2));
    assertThat(parts(server, Duration.ofSeconds(60))[0]).isBetween(0.0, 0.05);
  }

  @Test
  void every_byte_counts_the_handshake_too_and_past_connections_as_well() {
    P2pNetwork<RawMessage, ?, ?> server = server(ByteRate.UNLIMITED);
    clients(1, ByteRate.UNLIMITED, 0);
    P2pNetwork<RawMessage, ?, ?> client = clients.get(0);
    BandwidthStat there = client.bandwidth().stat(server.peerId()).orElseThrow();
    long sent = there.upload().totalBytes();
    assertThat(sent).as("at least a key, a stamp and two nonces").isGreaterThan(100);
    assertThat(received(server)).isEqualTo(sent);
    assertThat(there.download().totalBytes())
        .isEqualTo(server.bandwidth().stat().upload().totalBytes());

    town.await(client.stop().thenReturn(1));
    town.pass(Duration.ofSeconds(10));
    assertThat(server.bandwidth().stat(client.peerId())).isEmpty();
    assertThat(received(server)).isGreaterThanOrEqualTo(sent);
  }

  private P2pNetworkBuilder<RawMessage, ?, ?> host() {
    return town.speaking(RawMessage.codec(LARGEST), 1);
  }

  private P2pNetwork<RawMessage, ?, ?> server(ByteRate download) {
    return started(host().downloadLimit(download));
  }

  private P2pNetwork<RawMessage, ?, ?> started(P2pNetworkBuilder<RawMessage, ?, ?> builder) {
    P2pNetwork<RawMessage, ?, ?> server = builder.build();
    town.await(server.start());
    server.receiveAny().subscribe();
    return server;
  }

  /** Who send without end, messages of 64 bytes to 64 KiB. */
  private void clients(int count, ByteRate upload) {
    clients(count, upload, Long.MAX_VALUE);
  }

  private void clients(int count, ByteRate upload, long messages) {
    for (int house = 2; house < 2 + count; house++) {
      P2pNetwork<RawMessage, ?, ?> client =
          town.speaking(RawMessage.codec(LARGEST), house).uploadLimit(upload).build();
      town.await(client.start());
      PeerConnection<RawMessage> link = town.await(client.connect(HOST));
      var random = new Random(house);
      link.send(
              Flux.<RawMessage>generate(
                      sink -> sink.next(new RawMessage(TAG, new byte[64 << random.nextInt(11)])))
                  .take(messages))
          .subscribe();
      clients.add(client);
    }
  }

  private long received(P2pNetwork<RawMessage, ?, ?> server) {
    return server.bandwidth().stat().download().totalBytes();
  }

  private Map<PeerId, Long> perClient(P2pNetwork<RawMessage, ?, ?> server) {
    Map<PeerId, Long> bytes = new HashMap<>();
    for (P2pNetwork<RawMessage, ?, ?> client : clients) {
      BandwidthStat stat = server.bandwidth().stat(client.peerId()).orElseThrow();
      bytes.put(client.peerId(), stat.download().totalBytes());
    }
    return bytes;
  }

  /** What each client got of the whole in that time. */
  private double[] parts(P2pNetwork<RawMessage, ?, ?> server, Duration time) {
    Map<PeerId, Long> before = perClient(server);
    town.pass(time);
    Map<PeerId, Long> after = perClient(server);
    double[] bytes =
        clients.stream()
            .mapToDouble(client -> after.get(client.peerId()) - before.get(client.peerId()))
            .toArray();
    double all = DoubleStream.of(bytes).sum();
    return DoubleStream.of(bytes).map(part -> part / all).toArray();
  }

  private static void assertClose(double[] parts, double... expected) {
    assertThat(parts).containsExactly(expected, within(0.01));
  }

  private double byHouse(PeerInfo peer) {
    return peer.remote().address().getAddress()[3];
  }

  private boolean isHouse(PeerInfo peer, int house) {
    return byHouse(peer) == house;
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
