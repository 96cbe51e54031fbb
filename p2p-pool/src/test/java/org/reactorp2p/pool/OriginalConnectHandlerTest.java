/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Mono;

/**
 * What {@code src/lib_p2p/test/test_p2p_connect_handler.ml} of the original asserts, with real
 * neighbours in place of its mocks.
 */
@Tag("original")
class OriginalConnectHandlerTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private final Town town = new Town(33);
  private final P2pNetwork<String, ?, ?> host = started(town.node(1));

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  @Test
  @DisplayName("test_p2p_connect_handler.ml: connect then destroy")
  void connect_then_destroy() {
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    assertThat(town.await(guest.connect(HOST)).info().peerId()).isEqualTo(host.peerId());
    town.await(guest.stop());
    assertThat(guest.connections()).isEmpty();
    town.await(host.stop());
  }

  @Test
  @DisplayName("test_p2p_connect_handler.ml: don't remove incoming connections too early")
  void an_incoming_connection_stays_in_the_table_while_its_ack_hangs() {
    assertThat(host.stat().attempts().inbound()).isZero();
    var silent = new Rogue(town.identity(), town.transport(2), town.time);
    Watch watch = Watch.over(host);
    silent.dial(Town.point(1), candidate -> Mono.never()).onErrorComplete().subscribe();
    town.pass(Duration.ofSeconds(1));
    assertThat(watch.of(P2pEvent.PeerAccepted.class)).hasSize(1);
    assertThat(host.stat().attempts().inbound()).isOne();
    assertThat(host.connections()).isEmpty();

    town.pass(Duration.ofMinutes(1));
    assertThat(host.stat().attempts().inbound()).isZero();
    assertThat(silent.isClosed()).isTrue();
  }

  @Test
  @DisplayName("test_p2p_connect_handler.ml: on_new_connection hook")
  void each_connection_is_told_once_when_it_comes_and_once_when_it_goes() {
    List<PeerConnection<String>> come = new ArrayList<>();
    host.connected().subscribe(come::add);
    Watch watch = Watch.over(host);
    P2pNetwork<String, ?, ?> guest = started(town.node(2));
    town.await(guest.connect(HOST));
    town.pass(Duration.ofSeconds(1));
    assertThat(come).hasSize(1);
    assertThat(watch.of(P2pEvent.Disconnected.class)).isEmpty();

    town.await(host.disconnect(guest.peerId(), "the test wants it"));
    town.pass(Duration.ofSeconds(1));
    assertThat(watch.of(P2pEvent.Disconnected.class)).hasSize(1);
    town.await(host.stop());
    town.pass(Duration.ofSeconds(1));
    assertThat(come).hasSize(1);
    assertThat(watch.of(P2pEvent.Connected.class)).hasSize(1);
    assertThat(watch.of(P2pEvent.Disconnected.class)).hasSize(1);
  }
}
