/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.pool.connect.ArrivalRate;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.metrics.P2pMetrics;
import org.reactorp2p.pool.peer.PeerAddress;

/** What is left of connections that have ended, played over memory on virtual time. */
class NothingLeftTest {

  private static final int MANY = 1000;
  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private static final ConnectionLimits UNLIMITED =
      ConnectionLimits.DEFAULT.withArrivals(ArrivalRate.UNLIMITED);

  private final Town town = new Town(8);
  private final CountingScheduler timers = new CountingScheduler(town.time);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void X_05_a_thousand_connections_leave_no_timer_no_meter_and_no_object_behind() {
    P2pNetwork<String, ?, ?> host = node(1).listen(Town.point(1)).build();
    P2pMetrics metrics = host.metrics();
    metrics.bindTo(registry);
    host.events().subscribe();
    host.receiveAny().subscribe();
    town.await(host.start());
    visit(host, 10);
    int timersBefore = timers.waiting();
    int metersBefore = registry.getMeters().size();

    List<WeakReference<PeerConnection<String>>> ended = visit(host, MANY);
    assertThat(ended).hasSize(MANY);
    assertThat(host.connections()).isEmpty();
    assertThat(host.stat().attempts().inbound()).isZero();
    assertThat(timers.waiting()).isEqualTo(timersBefore);
    assertThat(registry.getMeters()).hasSize(metersBefore);
    assertAllCollected(ended);

    metrics.close();
    assertThat(registry.getMeters()).isEmpty();
    town.await(host.stop());
    town.pass(Duration.ofSeconds(10));
    assertThat(timers.waiting()).isZero();
  }

  @Test
  void X_03_a_thousand_dials_cancelled_anywhere_leave_no_timer_and_no_attempt_behind() {
    P2pNetwork<String, ?, ?> host = town.await(town.node(1).limits(UNLIMITED).build().start());
    P2pNetwork<String, ?, ?> guest = node(2).build();
    town.await(guest.start());
    int timersBefore = timers.waiting();
    var random = new Random(1);
    for (int i = 0; i < MANY; i++) {
      var dial = guest.connect(HOST).subscribe(connection -> {}, failure -> {});
      for (int step = random.nextInt(4); step > 0; step--) {
        town.pass(Duration.ofNanos(1));
      }
      dial.dispose();
      guest.disconnect(host.peerId(), "next");
      town.pass(Duration.ofMillis(20));
    }
    town.pass(Duration.ofSeconds(1));
    assertThat(guest.connections()).isEmpty();
    assertThat(guest.stat().attempts().outbound()).isZero();
    assertThat(host.stat().attempts().inbound()).isZero();
    assertThat(timers.waiting()).isEqualTo(timersBefore);
  }

  /** One after the other comes, says something and leaves. */
  private List<WeakReference<PeerConnection<String>>> visit(
      P2pNetwork<String, ?, ?> host, int visits) {
    List<WeakReference<PeerConnection<String>>> ended = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      P2pNetwork<String, ?, ?> guest = town.await(town.node(2 + i).build().start());
      town.await(guest.connect(HOST)).tryEmitNext("hello");
      town.pass(Duration.ofMillis(10));
      host.connections().forEach(one -> ended.add(new WeakReference<>(one)));
      town.await(guest.stop());
      town.pass(Duration.ofMillis(10));
    }
    return ended;
  }

  private static void assertAllCollected(List<WeakReference<PeerConnection<String>>> ended) {
    for (int i = 0; i < 10 && ended.stream().anyMatch(one -> one.get() != null); i++) {
      System.gc();
    }
    assertThat(ended.stream().filter(one -> one.get() != null).count())
        .as("connections that somebody still holds")
        .isZero();
  }

  private P2pNetworkBuilder<String, ?, ?> node(int house) {
    var environment = Environment.simulated(town.transport(house), timers, new Random(8));
    return P2pNetwork.builder(
            MessageCodec.text(0x0010, 1000), town.identity(), Town.CHAIN, environment)
        .maintenance(usual -> MaintenanceConfig.OFF)
        .requiredDifficulty(Difficulty.NONE);
  }
}
