/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.Probe;
import org.reactorp2p.pool.event.Words;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.metrics.P2pMetrics;
import org.reactorp2p.pool.peer.PeerAddress;

/** What the meters say of what happens, played over memory on virtual time. */
class MetricsScenarioTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private final Town town = new Town(5);
  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final P2pNetwork<String, ?, ?> host =
      town.node(1).limits(ConnectionLimits.DEFAULT.withMaxConnections(2)).build();
  private final Watch watch = Watch.over(host);
  private final P2pMetrics metrics = host.metrics();

  @Test
  void connections_and_messages_are_counted_by_kind_past_ones_included() {
    begin();
    P2pNetwork<String, ?, ?> guest =
        started(town.node(2).metadata(new ConnectionMetadata(false, true)));
    PeerConnection<String> there = town.await(guest.connect(HOST));
    host.receiveAny().subscribe();
    there.send("12345").subscribe();
    there.tryEmitControl(new PeerMessage.Bootstrap<>());
    pass();
    host.broadcast("to all");
    pass();
    assertThat(gauge("p2p.connections", "direction", "inbound")).isOne();
    assertThat(gauge("p2p.connections", "direction", "outbound")).isZero();
    assertThat(gauge("p2p.connections.private")).isOne();
    assertThat(counter("p2p.messages", "flow", "received", "kind", "application")).isOne();
    assertThat(counter("p2p.message.bytes", "flow", "received", "kind", "application"))
        .isEqualTo(6 + 4 + 5);
    assertThat(counter("p2p.messages", "flow", "received", "kind", "bootstrap")).isOne();
    assertThat(counter("p2p.messages", "flow", "sent", "kind", "application")).isOne();
    assertThat(counter("p2p.broadcasts", "result", "accepted")).isOne();
    double received = counter("p2p.bytes", "flow", "received");
    assertThat(received)
        .as("the handshake too")
        .isGreaterThan(host.stat().traffic().bytesReceived());

    town.await(guest.stop());
    pass();
    assertThat(gauge("p2p.connections", "direction", "inbound")).isZero();
    assertThat(counter("p2p.messages", "flow", "received", "kind", "application")).isOne();
    assertThat(counter("p2p.bytes", "flow", "received")).isGreaterThanOrEqualTo(received);
    assertThat(counter("p2p.disconnects", "reason", "peer_closed")).isOne();
  }

  @Test
  void every_attempt_is_counted_by_how_and_why_it_ended_and_timed() {
    begin();
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.await(guest.connect(HOST));
    started(town.node(3).peer(HOST));
    started(town.node(4).peer(HOST)); // one too many
    P2pNetworkBuilder<String, ?, ?> stranger =
        P2pNetwork.builder(
                MessageCodec.text(0x0010, 1000),
                town.identity(),
                ChainName.of("ANOTHER"),
                town.environment(town.transport(5)))
            .maintenance(usual -> MaintenanceConfig.OFF)
            .requiredDifficulty(Difficulty.NONE)
            .peer(HOST);
    started(stranger);
    host.connect(PeerAddress.of(Town.point(99))).onErrorComplete().subscribe();
    town.pass(Duration.ofMillis(500));
    pass();
    assertThat(attempts("inbound", "connected", "none")).isEqualTo(2);
    assertThat(attempts("inbound", "rejected", "too_many_connections")).isPositive();
    assertThat(attempts("inbound", "rejected", "unknown_chain_name")).isPositive();
    assertThat(timed("p2p.handshake.duration", "direction", "inbound", "outcome", "connected"))
        .isEqualTo(2);
    assertThat(timed("p2p.handshake.duration", "direction", "inbound", "outcome", "rejected"))
        .isEqualTo(
            (long)
                (attempts("inbound", "rejected", "too_many_connections")
                    + attempts("inbound", "rejected", "unknown_chain_name")));
  }

  @Test
  void a_dial_is_in_flight_until_its_outcome_and_takes_the_time_it_takes() {
    begin();
    // Takes the link and says nothing.
    town.await(town.transport(3).listen(Town.point(3))).accept().subscribe();
    host.connect(PeerAddress.of(Town.point(3))).onErrorComplete().subscribe();
    town.pass(Duration.ofSeconds(1));
    clock.add(Duration.ofSeconds(1));
    assertThat(gauge("p2p.attempts.open", "direction", "outbound")).isOne();
    clock.add(Duration.ofSeconds(6));
    town.pass(Duration.ofSeconds(10));
    clock.add(Duration.ofSeconds(1));
    assertThat(gauge("p2p.attempts.open", "direction", "outbound")).isZero();
    assertThat(attempts("outbound", "failed", "timed_out")).isOne();
    var dial = registry.get("p2p.dial.duration").tag("outcome", "failed").timer();
    assertThat(dial.count()).isOne();
    assertThat(dial.totalTime(TimeUnit.SECONDS)).isEqualTo(7);
    assertThat(timed("p2p.handshake.duration", "direction", "outbound", "outcome", "failed"))
        .isOne();
  }

  @Test
  void every_ended_connection_has_one_reason_in_event_and_meter_alike() {
    begin();
    var random = new Random(3);
    for (int i = 0; i < 40; i++) {
      P2pNetwork<String, ?, ?> guest = started(town.node(10 + i));
      PeerConnection<String> there = town.await(guest.connect(HOST));
      town.pass(Duration.ofMillis(100));
      switch (random.nextInt(3)) {
        case 0 -> guest.stop().subscribe();
        case 1 -> host.disconnect(guest.peerId(), "enough " + i);
        default -> there.tryEmitControl(new PeerMessage.Disconnect<>());
      }
      town.pass(Duration.ofMillis(100));
      guest.stop().subscribe();
      town.pass(Duration.ofSeconds(1));
    }
    pass();
    Map<String, Long> told =
        watch.of(P2pEvent.Disconnected.class).stream()
            .collect(
                Collectors.groupingBy(
                    event -> Words.of(event.reason().getClass()), Collectors.counting()));
    assertThat(told.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(40);
    assertThat(told).hasSize(3);
    for (Class<?> reason : DisconnectReason.class.getPermittedSubclasses()) {
      String word = Words.of(reason);
      assertThat(counter("p2p.disconnects", "reason", word))
          .as(word)
          .isEqualTo(told.getOrDefault(word, 0L).doubleValue());
    }
  }

  @Test
  void queues_and_drops_show_in_the_meters() {
    begin();
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.await(guest.connect(HOST));
    pass();
    for (int i = 0; i < 20_000; i++) {
      host.broadcast("x".repeat(900));
    }
    host.connections().get(0).send("waits").subscribe();
    pass();
    assertThat(gauge("p2p.queue.messages", "queue", "outbox")).isPositive();
    assertThat(gauge("p2p.queue.senders")).isOne();
    double dropped = counter("p2p.messages.dropped");
    assertThat(dropped).isPositive();
    assertThat(counter("p2p.broadcasts", "result", "dropped")).isEqualTo(dropped);
  }

  @Test
  void how_full_tables_and_lists_are_shows_in_the_meters() {
    begin();
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.await(guest.connect(HOST));
    town.await(host.access().ban(Subject.parse("192.0.2.0/24"), BanTerms.forever("test")));
    town.await(host.access().trust(Trustee.of(Town.point(2))));
    pass();
    assertThat(gauge("p2p.peers", "state", "running")).isOne();
    assertThat(gauge("p2p.peers", "state", "disconnected")).isZero();
    assertThat(gauge("p2p.points", "state", "running")).isOne();
    assertThat(gauge("p2p.points.trusted")).isOne();
    assertThat(gauge("p2p.access", "list", "bans")).isOne();
    assertThat(gauge("p2p.access", "list", "trusted")).isOne();
    assertThat(gauge("p2p.access", "list", "greylist")).isZero();
    town.await(guest.stop());
    pass();
    assertThat(gauge("p2p.peers", "state", "disconnected")).isOne();
  }

  @Test
  void O_01_a_thousand_peers_coming_and_going_leave_the_meters_as_they_were() {
    begin();
    List<Meter.Id> before = registry.getMeters().stream().map(Meter::getId).toList();
    for (int i = 0; i < 1000; i++) {
      P2pNetwork<String, ?, ?> guest = started(town.node(2 + i));
      town.await(guest.connect(HOST));
      town.await(guest.stop());
      town.pass(Duration.ofMillis(10));
    }
    pass();
    assertThat(attempts("inbound", "connected", "none")).isEqualTo(1000);
    assertThat(registry.getMeters()).extracting(Meter::getId).hasSameElementsAs(before);
    metrics.close();
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void X_06_a_probe_that_throws_harms_nobody() {
    host.observe(
        (direction, remote, caller) -> {
          throw new IllegalStateException("on purpose");
        });
    host.observe(
        (direction, remote, caller) ->
            new Probe.Span() {
              @Override
              public void linked() {
                throw new IllegalStateException("on purpose");
              }
            });
    begin();
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.await(guest.connect(HOST));
    pass();
    assertThat(host.connections()).hasSize(1);
    assertThat(timed("p2p.handshake.duration", "direction", "inbound", "outcome", "connected"))
        .isOne();
  }

  @Test
  void nobody_needs_to_hold_on_to_what_was_bound() {
    host.metrics().bindTo(registry);
    town.await(host.start());
    town.await(started(town.node(2)).connect(HOST));
    System.gc();
    pass();
    assertThat(gauge("p2p.connections", "direction", "inbound")).isOne();
    assertThat(attempts("inbound", "connected", "none")).isOne();
  }

  private void begin() {
    metrics.bindTo(registry);
    town.await(host.start());
  }

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    return town.await(builder.build().start());
  }

  /** Time goes by, on the meters' clock too. */
  private void pass() {
    town.pass(Duration.ofSeconds(1));
    clock.add(Duration.ofSeconds(1));
  }

  private double attempts(String direction, String outcome, String motive) {
    return counter("p2p.attempts", "direction", direction, "outcome", outcome, "motive", motive);
  }

  private double gauge(String name, String... tags) {
    return registry.get(name).tags(tags).gauge().value();
  }

  private double counter(String name, String... tags) {
    return registry.get(name).tags(tags).functionCounter().count();
  }

  private long timed(String name, String... tags) {
    return registry.get(name).tags(tags).timer().count();
  }
}
