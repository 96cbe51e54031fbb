/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.admission.AddressLimits;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.Refusal;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Mono;

/** How many from where, played over memory on virtual time. */
class PlacesScenarioTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private final Town town = new Town(14);

  @Test
  void P_01_many_identities_of_one_address_get_eight_places_and_a_trusted_one_a_ninth() {
    Identity friend = town.identity();
    P2pNetwork<String, ?, ?> host =
        started(
            town.node(1)
                .access(access -> access.withTrusted(List.of(Trustee.of(friend.peerId())))));
    Watch watch = Watch.over(host);
    for (int i = 0; i < 12; i++) {
      dial(town.node(66, town.identity()));
    }
    assertThat(host.connections()).hasSize(8);
    assertThat(watch.of(P2pEvent.PeerRejected.class))
        .hasSize(4)
        .allMatch(event -> event.motive().equals(NackMotive.TOO_MANY_CONNECTIONS))
        .allMatch(event -> event.why().equals(Optional.of(Refusal.ADDRESS_FULL)));
    dial(town.node(66, friend));
    assertThat(host.connection(friend.peerId())).isPresent();
    dial(town.node(67));
    assertThat(host.connections()).as("and the canary").hasSize(10);
  }

  @Test
  void P_01_many_addresses_of_one_neighbourhood_get_sixteen_places() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    for (int house = 2; house < 22; house++) {
      dial(town.node(house));
    }
    assertThat(host.connections()).hasSize(16);
    dial(town.node(300));
    assertThat(host.connections()).as("another /24").hasSize(17);
  }

  @Test
  void the_limits_may_be_switched_off() {
    P2pNetwork<String, ?, ?> host =
        started(town.node(1).access(access -> access.withPerAddress(AddressLimits.NONE)));
    for (int i = 0; i < 20; i++) {
      dial(town.node(66, town.identity()));
    }
    assertThat(host.connections()).hasSize(20);
  }

  @Test
  void P_02_when_strangers_take_all_places_those_kept_for_trusted_ones_are_still_there() {
    Identity friend = town.identity();
    P2pNetwork<String, ?, ?> host =
        started(
            town.node(1)
                .limits(ConnectionLimits.DEFAULT.withMaxConnections(3))
                .access(access -> access.withTrusted(List.of(Trustee.of(friend.peerId())))));
    for (int house = 2; house < 10; house++) {
      dial(town.node(house));
    }
    assertThat(host.connections()).hasSize(2);
    P2pNetwork<String, ?, ?> guest = dial(town.node(20, friend));
    assertThat(host.connections()).hasSize(3);
    assertThat(host.connection(friend.peerId())).isPresent();

    town.await(host.access().untrust(Trustee.of(friend.peerId())));
    town.await(guest.stop());
    dial(town.node(21));
    assertThat(host.connections()).as("nobody is missing").hasSize(3);
  }

  @Test
  void N_06_only_so_many_dials_go_on_at_once_and_the_others_wait_for_their_turn() {
    int limit = 3;
    var counting = new Counting(town.transport(1));
    P2pNetwork<String, ?, ?> node =
        started(
            town.node(1, town.identity(), counting)
                .limits(ConnectionLimits.DEFAULT.withMaxDials(limit)));
    for (int house = 30; house < 34; house++) {
      started(town.node(house));
    }
    for (int house = 2; house < 34; house++) {
      node.connect(PeerAddress.of(Town.point(house))).onErrorComplete().subscribe();
    }
    town.pass(Duration.ofMillis(100));
    assertThat(counting.inFlight()).isEqualTo(limit);
    town.pass(Duration.ofSeconds(60));
    assertThat(counting.most()).isEqualTo(limit);

    for (int house = 30; house < 34; house++) {
      node.connect(PeerAddress.of(Town.point(house))).onErrorComplete().subscribe();
    }
    town.pass(Duration.ofSeconds(5));
    assertThat(node.connections()).as("those that had run out of time come now").hasSize(4);
  }

  private P2pNetwork<String, ?, ?> dial(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = started(builder);
    network.connect(HOST).onErrorComplete().subscribe();
    town.pass(Duration.ofSeconds(1));
    return network;
  }

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  /** Counts the dials that go on; those to houses below thirty go on until somebody gives up. */
  private static final class Counting implements Transport {

    private final Transport inner;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    Counting(Transport inner) {
      this.inner = inner;
    }

    int inFlight() {
      return inFlight.get();
    }

    int most() {
      return most.get();
    }

    @Override
    public Mono<Link> dial(Point to) {
      boolean answers = to.address().getAddress()[3] >= 30;
      return (answers ? inner.dial(to) : Mono.<Link>never())
          .doOnSubscribe(begun -> most.accumulateAndGet(inFlight.incrementAndGet(), Math::max))
          .doFinally(end -> inFlight.decrementAndGet());
    }

    @Override
    public Mono<Listener> listen(Point on) {
      return inner.listen(on);
    }
  }
}
