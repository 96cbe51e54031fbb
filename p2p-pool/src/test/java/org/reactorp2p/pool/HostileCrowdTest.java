/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.HandshakeException;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.pool.admission.AddressLimits;
import org.reactorp2p.pool.connect.ArrivalRate;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.stat.NetworkStat;
import reactor.core.publisher.Mono;

/** Many who want in at once, played over memory on virtual time beside a peer that goes on. */
class HostileCrowdTest {

  private static final int CROWD = 1_000;
  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));
  private static final NetworkStat.Attempts NONE = new NetworkStat.Attempts(0, 0);

  private static final ConnectionLimits ANY_NUMBER =
      ConnectionLimits.DEFAULT.withArrivals(ArrivalRate.UNLIMITED);

  private final Town town = new Town(41);
  private final Random random = new Random(41 + Long.getLong("p2p.seed", 0));

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  /** A host on which only the number of places counts. */
  private P2pNetwork<String, ?, ?> host(int places) {
    return started(
        town.node(1)
            .access(access -> access.withPerAddress(AddressLimits.NONE))
            .limits(ANY_NUMBER.withMaxConnections(places).withMaxUnauthenticated(CROWD, CROWD)));
  }

  private Rogue rogue(int house) {
    return new Rogue(town.identity(), town.transport(house), town.time);
  }

  private Mono<Fault> faultOf(Rogue rogue) {
    return rogue
        .dial(HOST.point(), Admission.OPEN)
        .<Fault>then(Mono.empty())
        .onErrorResume(HandshakeException.class, failed -> Mono.just(failed.fault()));
  }

  @Test
  void P_03_a_thousand_dials_at_once_for_the_last_place_never_make_one_too_many() {
    int places = 5;
    P2pNetwork<String, ?, ?> host = host(places);
    Watch watch = Watch.over(host);
    for (int i = 1; i < places; i++) {
      town.await(rogue(1_000 + i).dial(HOST.point(), Admission.OPEN));
    }
    for (int i = 0; i < CROWD; i++) {
      var lagging =
          new LaggingTransport(
              town.transport(2_000 + i),
              Duration.ofMillis(20),
              new Random(random.nextLong()),
              town.time);
      new Rogue(town.identity(), lagging, town.time)
          .dial(HOST.point(), Admission.OPEN)
          .onErrorComplete()
          .subscribe();
    }
    for (int step = 0; step < 1_000; step++) {
      town.pass(Duration.ofMillis(1));
      assertThat(host.connections()).hasSizeLessThanOrEqualTo(places);
    }
    assertThat(host.connections()).hasSize(places);
    assertThat(mostAtOnce(watch)).isEqualTo(places);
    assertThat(watch.of(P2pEvent.PeerRejected.class)).hasSize(CROWD - 1);
    assertThat(host.stat().attempts()).isEqualTo(NONE);
  }

  /** In the order in which it was told, not only where the test looked. */
  private static int mostAtOnce(Watch watch) {
    int running = 0;
    int most = 0;
    for (P2pEvent event : watch.all()) {
      running += event instanceof P2pEvent.Connected ? 1 : 0;
      running -= event instanceof P2pEvent.Disconnected ? 1 : 0;
      most = Math.max(most, running);
    }
    return most;
  }

  @Test
  void H_15_where_all_places_are_taken_a_thousand_more_learn_points_only_when_they_are_proven() {
    P2pNetwork<String, ?, ?> host = host(1);
    P2pNetwork<String, ?, ?> canary = started(town.node(2));
    town.await(canary.connect(HOST));
    List<String> echoes = echoing(host, canary);
    int greeting = ConnectionMessage.FIXED_LENGTH + 2 + Town.CHAIN.length();
    for (int i = 0; i < CROWD; i++) {
      Fault fault = town.await(faultOf(rogue(1_000 + i)));
      assertThat(fault)
          .isInstanceOfSatisfying(
              Fault.RefusedByPeer.class,
              nack -> {
                assertThat(nack.motive()).isEqualTo(NackMotive.TOO_MANY_CONNECTIONS);
                assertThat(nack.points()).hasSizeLessThanOrEqualTo(100);
              });
      if (i % 100 == 0) {
        var unproven = new Stranger(town.transport(3_000 + i), HOST.point());
        town.pass(Duration.ofSeconds(6));
        assertThat(unproven.received()).as("our greeting, and no points").isEqualTo(greeting);
      }
    }
    assertThat(host.connections()).hasSize(1);
    assertThat(host.stat().attempts()).isEqualTo(NONE);
    assertThat(echoes).as("ten strangers, six seconds each").hasSizeGreaterThanOrEqualTo(600);
  }

  /** The canary says something ten times a second, and hears it again. */
  private List<String> echoing(P2pNetwork<String, ?, ?> host, P2pNetwork<String, ?, ?> canary) {
    List<String> heard = new ArrayList<>();
    host.receiveAny().subscribe(word -> word.from().tryEmitNext(word.message()));
    canary.receiveAny().subscribe(word -> heard.add(word.message()));
    town.time.schedulePeriodically(
        () -> canary.broadcast("still here"), 100, 100, TimeUnit.MILLISECONDS);
    return heard;
  }

  @Test
  void W_01_fifty_thousand_links_never_make_more_half_open_ones_than_allowed() {
    P2pNetwork<String, ?, ?> host = started(town.node(1).limits(ANY_NUMBER));
    List<Stranger> inFlight = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      inFlight.add(new Stranger(town.transport(1_000 + i % 30_000), HOST.point()));
      if (inFlight.size() == 200) {
        town.pass(Duration.ofNanos(1));
        NetworkStat.Attempts open = host.stat().attempts();
        assertThat(open.inbound()).isBetween(1, ConnectionLimits.DEFAULT.maxUnauthenticated());
        inFlight.forEach(Stranger::hangUp);
        inFlight.clear();
        town.pass(Duration.ofMillis(1));
        assertThat(host.stat().attempts()).isEqualTo(NONE);
      }
    }
    P2pNetwork<String, ?, ?> canary = started(town.node(2));
    town.await(canary.connect(HOST));
    assertThat(town.await(host.access().snapshot()).greylist()).isEmpty();
  }

  @Test
  void P_06_those_who_were_refused_leave_no_timer_no_attempt_and_full_tables_at_most() {
    int refused = Integer.getInteger("p2p.refusals", 500);
    P2pNetwork<String, ?, ?> host = host(1);
    town.await(rogue(2).dial(HOST.point(), Admission.OPEN));
    host.stat();
    for (int i = 0; i < refused; i++) {
      town.await(faultOf(rogue(1_000 + i % 50_000)));
    }
    town.pass(Duration.ofSeconds(10));
    host.stat();
    town.pass(Duration.ofSeconds(1));
    NetworkStat stat = host.stat();
    assertThat(stat.attempts()).isEqualTo(NONE);
    int points = stat.tables().points().values().stream().mapToInt(i -> i).sum();
    assertThat(points).isLessThanOrEqualTo(MemoryConfig.DEFAULT.points().limit());
    assertThat(stat.tables().peers().values().stream().mapToInt(i -> i).sum())
        .isLessThanOrEqualTo(MemoryConfig.DEFAULT.peers().limit());
    assertThat(host.connections()).hasSize(1);
  }

  @Test
  void H_14_a_flood_of_one_replayed_greeting_costs_few_handshakes_and_no_canary() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Watch watch = Watch.over(host);
    byte[] greeting =
        new ConnectionMessage(
                OptionalInt.empty(),
                town.identity().publicKey(),
                ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]),
                MessageNonce.draw(random),
                new NetworkVersion(Town.CHAIN, 2, 1))
            .toFrame();
    for (int i = 0; i < 10_000; i++) {
      var replaying = new Stranger(town.transport(66), HOST.point(), greeting);
      town.pass(Duration.ofNanos(100_000));
      replaying.hangUp();
      town.pass(Duration.ofNanos(100_000));
      if (i % 1_000 == 999) {
        P2pNetwork<String, ?, ?> canary = started(town.node(100 + i / 1_000));
        var connected = canary.connect(HOST).toFuture();
        town.pass(Duration.ofMillis(10));
        assertThat(connected).isCompleted();
      }
    }
    List<P2pEvent.IncomingTurnedAway> away = watch.of(P2pEvent.IncomingTurnedAway.class);
    assertThat(away).allMatch(event -> event.why() == P2pEvent.TurnedAway.TOO_OFTEN);
    assertThat(away.size()).isGreaterThan(10_000 - 30);
    assertThat(watch.of(P2pEvent.AuthenticationFailed.class)).hasSize(10_000 - away.size());
    assertThat(town.await(host.access().snapshot()).greylist()).isEmpty();
  }
}
