/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Datagram;
import org.reactorp2p.core.transport.DatagramPort;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.discovery.BeaconConfig;
import org.reactorp2p.pool.discovery.BeaconConfig.Found;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Mono;

/** The beacon, over memory on virtual time. */
class DiscoveryScenarioTest {

  private static final Point TO = BeaconConfig.DEFAULT.to();

  private Town town = new Town(41);

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  private P2pNetworkBuilder<String, ?, ?> lit(int house) {
    return with(town.node(house), BeaconConfig.DEFAULT);
  }

  private static P2pNetworkBuilder<String, ?, ?> with(
      P2pNetworkBuilder<String, ?, ?> node, BeaconConfig beacon) {
    return node.config(node.config().withBeacon(beacon));
  }

  private List<Point> points(P2pNetwork<?, ?, ?> network) {
    return town.await(network.known().points().map(view -> view.point()).collectList());
  }

  private static byte[] call(PeerId id, int port) {
    return ByteBuffer.allocate(28)
        .put("DISCOMAGIC".getBytes(StandardCharsets.US_ASCII))
        .put(id.toBytes())
        .putShort((short) port)
        .array();
  }

  private DatagramPort mouth(int house) {
    return town.await(town.transport(house).datagrams(Point.parse("0.0.0.0:0"), 29));
  }

  private void say(DatagramPort mouth, byte[] words) {
    mouth.send(new Datagram(TO, words)).subscribe();
    town.pass(Duration.ofMillis(20));
  }

  @Test
  void beacons_find_each_other_and_nobody_who_has_none() {
    Seeds.each(
        seed -> {
          town = new Town(seed);
          // Private addresses are what a local network has, so that rule does not hold here.
          P2pNetwork<String, ?, ?> one = started(lit(1).memory(MemoryConfig.DEFAULT));
          P2pNetwork<String, ?, ?> other = started(lit(2));
          P2pNetwork<String, ?, ?> dark = started(town.node(3));
          Watch watch = Watch.over(one);
          town.pass(Duration.ofMinutes(2));
          assertThat(points(one)).containsExactly(Town.point(2));
          assertThat(points(other)).containsExactly(Town.point(1));
          assertThat(points(dark)).isEmpty();
          assertThat(watch.of(P2pEvent.PeerDiscovered.class))
              .containsExactly(new P2pEvent.PeerDiscovered(Town.point(2), other.peerId()));
          assertThat(one.connections()).isEmpty();
        });
  }

  @Test
  void whoever_wakes_the_beacon_is_heard_at_once_and_not_too_often() {
    P2pNetwork<String, ?, ?> caller = started(lit(1));
    town.pass(Duration.ofMinutes(5));
    List<Datagram> heard = new ArrayList<>();
    DatagramPort ear =
        town.await(town.transport(9).datagrams(Point.parse("0.0.0.0:" + TO.port()), 29));
    ear.receive().subscribe(heard::add);
    for (int i = 0; i < 100; i++) {
      town.await(caller.gossip().wakeDiscovery());
    }
    town.pass(Duration.ofMillis(50));
    assertThat(heard).hasSizeBetween(1, 2);
    town.pass(Duration.ofSeconds(10));
    assertThat(heard).hasSizeGreaterThan(4);
    town.await(caller.stop());
    int last = heard.size();
    town.pass(Duration.ofMinutes(5));
    assertThat(heard).hasSize(last);
  }

  @Test
  void D_02_our_own_id_and_port_0_are_ignored_and_every_other_port_is_a_claim() {
    P2pNetwork<String, ?, ?> host = started(lit(1));
    DatagramPort mouth = mouth(2);
    say(mouth, call(host.peerId(), 9732));
    say(mouth, call(town.identity().peerId(), 0));
    assertThat(points(host)).isEmpty();
    for (int port : new int[] {-1, 1, 40_000}) {
      say(mouth, call(town.identity().peerId(), port));
    }
    assertThat(points(host)).extracting(Point::port).containsExactlyInAnyOrder(65_535, 1, 40_000);
    assertThat(points(host)).extracting(Point::address).containsOnly(Town.address(2));
  }

  @Test
  void D_02_a_flood_from_one_address_is_cut_to_its_share() {
    P2pNetwork<String, ?, ?> host = started(lit(1));
    DatagramPort mouth = mouth(2);
    for (int i = 0; i < 5000; i++) {
      say(mouth, call(town.identity().peerId(), 1024 + i));
    }
    assertThat(points(host)).hasSize(MemoryConfig.DEFAULT_POINTS_PER_TELLER);
  }

  @Test
  void D_01_noise_changes_nothing_and_others_are_still_heard() {
    P2pNetwork<String, ?, ?> host = started(lit(1));
    DatagramPort mouth = mouth(2);
    var random = new Random(3);
    for (int i = 0; i < 5000; i++) {
      byte[] noise = new byte[random.nextInt(1500)];
      random.nextBytes(noise);
      mouth.send(new Datagram(TO, noise)).subscribe();
      if (i % 10 == 0) {
        town.pass(Duration.ofMillis(1));
      }
    }
    assertThat(points(host)).isEmpty();
    started(lit(3));
    town.pass(Duration.ofSeconds(10));
    assertThat(points(host)).containsExactly(Town.point(3));
  }

  @Test
  void D_03_who_is_found_is_not_trusted() {
    P2pNetwork<String, ?, ?> host = started(lit(1));
    started(lit(2));
    town.pass(Duration.ofSeconds(10));
    town.await(host.connect(PeerAddress.of(Town.point(2))));
    town.pass(Duration.ofSeconds(1));
    assertThat(town.await(host.access().snapshot()).trusted()).isEmpty();
  }

  @Test
  void D_03_where_the_found_are_trusted_they_must_first_prove_who_they_are() {
    P2pNetwork<String, ?, ?> host =
        started(with(town.node(1), BeaconConfig.DEFAULT.withFound(Found.TRUSTED)));
    P2pNetwork<String, ?, ?> honest = started(lit(2));
    P2pNetwork<String, ?, ?> named = started(town.node(3));
    // Somebody in the house of an honest node calls out a false name.
    say(mouth(3), call(town.identity().peerId(), Town.PORT));
    town.pass(Duration.ofSeconds(10));
    assertThat(town.await(host.access().snapshot()).trusted()).isEmpty();
    town.await(host.connect(PeerAddress.of(Town.point(2))));
    town.await(host.connect(PeerAddress.of(Town.point(3))));
    town.pass(Duration.ofSeconds(1));
    assertThat(host.connections()).hasSize(2);
    assertThat(town.await(host.access().snapshot()).trusted())
        .extracting(Object::toString)
        .containsExactly(Town.point(2) + "#" + honest.peerId());
    assertThat(named.connections()).hasSize(1);
  }

  @Test
  void a_port_that_cannot_be_opened_is_told_and_tried_again_and_the_network_runs() {
    Transport machine = town.transport(1);
    var attempts = new ArrayList<Point>();
    Transport deaf =
        new Transport() {
          @Override
          public Mono<Link> dial(Point to) {
            return machine.dial(to);
          }

          @Override
          public Mono<Listener> listen(Point on) {
            return machine.listen(on);
          }

          @Override
          public Mono<DatagramPort> datagrams(Point on, int longest) {
            attempts.add(on);
            return attempts.size() < 3
                ? Transport.super.datagrams(on, longest)
                : machine.datagrams(on, longest);
          }
        };
    P2pNetwork<String, ?, ?> host =
        started(with(town.node(1, town.identity(), deaf), BeaconConfig.DEFAULT));
    Watch watch = Watch.over(host);
    started(lit(2));
    town.pass(Duration.ofMinutes(3));
    assertThat(watch.of(P2pEvent.DiscoveryTroubled.class)).hasSizeBetween(1, 2);
    assertThat(attempts).hasSize(3);
    assertThat(points(host)).containsExactly(Town.point(2));
    town.await(host.stop());
  }

  @Test
  void a_private_node_with_a_beacon_contradicts_itself() {
    assertThatThrownBy(() -> lit(1).access(a -> a.withVisitors(Visitors.TRUSTED_ONLY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("beacon");
  }
}
