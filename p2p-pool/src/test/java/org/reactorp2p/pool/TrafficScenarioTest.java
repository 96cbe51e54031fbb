/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.connection.ConnectionConfig;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.MessageCounts;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.UnencodableException;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** Messages to many and from many, played over memory on virtual time. */
class TrafficScenarioTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));
  private static final String LONG = "x".repeat(900);
  private static final List<MessageKind> THREE =
      List.of(MessageKind.BOOTSTRAP, MessageKind.ADVERTISE, MessageKind.SWAP_REQUEST);

  private final Town town = new Town(7);

  @Test
  void a_broadcast_reaches_all_it_is_meant_for() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    List<P2pNetwork<String, ?, ?>> guests = guests(4);
    List<String> heard = new ArrayList<>();
    guests.forEach(guest -> guest.receiveAny().map(Received::message).subscribe(heard::add));

    assertThat(host.broadcast("to all")).isEqualTo(new BroadcastResult(4, 0, 0));
    PeerConnection<String> source = host.connections().get(0);
    BroadcastResult others = host.broadcast("to others", connection -> connection != source);
    assertThat(others.addressed()).isEqualTo(3);
    town.pass(Duration.ofSeconds(1));
    assertThat(heard).filteredOn("to all"::equals).hasSize(4);
    assertThat(heard).filteredOn("to others"::equals).hasSize(3);
  }

  @Test
  void an_alternative_goes_to_some_and_the_usual_to_all_others() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    List<P2pNetwork<String, ?, ?>> guests = guests(4);
    List<String> heard = new ArrayList<>();
    guests.forEach(guest -> guest.receiveAny().map(Received::message).subscribe(heard::add));
    PeerConnection<String> old = host.connections().get(0);

    assertThat(host.broadcast("new words", "old words", connection -> connection == old))
        .isEqualTo(new BroadcastResult(4, 0, 0));
    town.pass(Duration.ofSeconds(1));
    assertThat(heard).containsExactlyInAnyOrder("old words", "new words", "new words", "new words");
  }

  @Test
  void a_message_that_cannot_be_encoded_harms_no_connection() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    guests(1);
    assertThatThrownBy(() -> host.broadcast("y".repeat(2000)))
        .isInstanceOf(UnencodableException.class);
    assertThat(host.broadcast("short").accepted()).isOne();
  }

  @Test
  void what_a_full_outbox_drops_is_counted_and_told() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Watch watch = Watch.over(host);
    List<P2pNetwork<String, ?, ?>> guests = guests(2);
    // One of them takes everything, the other nothing.
    guests.get(0).receiveAny().subscribe();
    long dropped = 0;
    for (int i = 0; i < 10_000; i++) {
      dropped += host.broadcast(LONG).dropped();
      if (i % 100 == 0) {
        town.pass(Duration.ofMillis(1));
      }
    }
    town.pass(Duration.ofMillis(10));
    List<P2pEvent.MessagesDropped> told = watch.of(P2pEvent.MessagesDropped.class);
    assertThat(dropped).isPositive();
    assertThat(told.stream().mapToLong(P2pEvent.MessagesDropped::count).sum()).isEqualTo(dropped);
    assertThat(told)
        .extracting(P2pEvent.MessagesDropped::peerId)
        .containsOnly(guests.get(1).peerId());
  }

  @Test
  void who_sends_much_does_not_hold_up_who_sends_little() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    List<P2pNetwork<String, ?, ?>> guests = guests(3);
    List<Received<String>> heard = new ArrayList<>();
    var slow =
        new BaseSubscriber<Received<String>>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {
            // Asks when the test says so.
          }

          @Override
          protected void hookOnNext(Received<String> received) {
            heard.add(received);
          }
        };
    host.receiveAny().subscribe(slow);
    for (P2pNetwork<String, ?, ?> guest : guests) {
      int count = guest == guests.get(0) ? 5_000 : 20;
      PeerConnection<String> there = guest.connections().get(0);
      there.send(Flux.range(0, count).map(i -> "m" + i)).subscribe();
    }
    town.pass(Duration.ofSeconds(1));
    for (int i = 0; i < 90; i++) {
      slow.request(1);
      town.pass(Duration.ofMillis(1));
    }
    Map<Object, Long> perPeer =
        heard.stream()
            .collect(Collectors.groupingBy(r -> r.from().info().peerId(), Collectors.counting()));
    assertThat(heard).hasSize(90);
    assertThat(perPeer.get(guests.get(1).peerId())).isEqualTo(20);
    assertThat(perPeer.get(guests.get(2).peerId())).isEqualTo(20);
  }

  @Test
  void control_messages_are_taken_and_counted_however_many_come() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = guests(1).get(0);
    Watch watch = Watch.over(host);
    List<String> heard = new ArrayList<>();
    host.receiveAny().map(Received::message).subscribe(heard::add);
    PeerConnection<String> there = guest.connections().get(0);
    for (int i = 0; i < 1000; i++) {
      there.tryEmitControl(new PeerMessage.Bootstrap<>());
      there.tryEmitControl(new PeerMessage.Advertise<>(List.of(Town.point(9))));
      there.tryEmitControl(new PeerMessage.SwapRequest<>(Town.point(9), guest.peerId()));
      town.pass(Duration.ofMillis(1));
    }
    there.send("still here").subscribe();
    town.pass(Duration.ofSeconds(1));
    MessageCounts received = host.stat().traffic().received();
    for (MessageKind kind : THREE) {
      assertThat(received.messages(kind)).isEqualTo(1000);
      assertThat(told(watch, kind)).isEqualTo(1000);
    }
    assertThat(watch.of(P2pEvent.ControlReceived.class))
        .extracting(P2pEvent.ControlReceived::peerId)
        .containsOnly(guest.peerId());
    assertThat(heard).containsExactly("still here");
  }

  private static long told(Watch watch, MessageKind kind) {
    return watch.of(P2pEvent.ControlReceived.class).stream()
        .filter(event -> event.kind() == kind)
        .mapToLong(P2pEvent.ControlReceived::count)
        .sum();
  }

  @Test
  void H_17_a_flood_right_behind_the_ack_meets_back_pressure_and_leaves_nothing_behind() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    PeerConnection<String> there = town.await(guest.connect(HOST));
    // Nobody listens at the host, and the guest sends what it can, at once.
    there.send(Flux.range(0, 100_000).map(i -> LONG)).onErrorComplete().subscribe();
    town.pass(Duration.ofSeconds(5));
    PeerConnection<String> here = host.connections().get(0);
    long bound = 2 * ConnectionConfig.DEFAULT.inbox().maxBytes();
    assertThat(here.stat().inboxQueued()).isPositive();
    assertThat(here.stat().bytesReceived()).isBetween(1L, bound);

    there.disconnect(new DisconnectReason.Requested("a test"));
    town.pass(Duration.ofMinutes(2));
    assertThat(host.connections()).isEmpty();
    town.await(guest.connect(HOST));
    assertThat(host.connections()).hasSize(1);
  }

  @Test
  void a_disconnect_message_ends_the_connection() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Watch watch = Watch.over(host);
    P2pNetwork<String, ?, ?> guest = guests(1).get(0);
    guest.connections().get(0).tryEmitControl(new PeerMessage.Disconnect<>());
    town.pass(Duration.ofSeconds(10));
    assertThat(host.connections()).isEmpty();
    assertThat(guest.connections()).isEmpty();
    assertThat(watch.of(P2pEvent.Disconnected.class)).hasSize(1);
  }

  private List<P2pNetwork<String, ?, ?>> guests(int count) {
    List<P2pNetwork<String, ?, ?>> guests = new ArrayList<>();
    for (int house = 2; house < 2 + count; house++) {
      P2pNetwork<String, ?, ?> guest = started(town.node(house));
      town.await(guest.connect(HOST));
      guests.add(guest);
    }
    town.pass(Duration.ofSeconds(1));
    return guests;
  }

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }
}
