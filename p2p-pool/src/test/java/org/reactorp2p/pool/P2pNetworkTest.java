/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;

class P2pNetworkTest {

  private final Town town = new Town(1);

  @Test
  void the_boxes_are_loaded_before_any_thread_of_the_network_needs_one() {
    Environment around = town.environment(town.transport(1));
    List<String> asked = new ArrayList<>();
    Environment watched =
        new Environment(
            around.transport(),
            around.decisions(),
            around.delivery(),
            around.random(),
            around.nonces(),
            () -> {
              asked.add("box");
              return Boxes.plain();
            });
    P2pNetwork.builder(MessageCodec.text(0x0010, 10), town.identity(), Town.CHAIN, watched)
        .requiredDifficulty(Difficulty.NONE)
        .build();
    assertThat(asked).isNotEmpty();
  }

  @Test
  void two_networks_connect_exchange_a_message_and_stop() {
    P2pNetwork<String, ?, ?> alice = town.node(1).build();
    P2pNetwork<String, ?, ?> bob = town.node(2).peer(PeerAddress.of(Town.point(1))).build();
    List<P2pEvent> seen = new ArrayList<>();
    List<String> heard = new ArrayList<>();
    alice.events().subscribe(seen::add);
    alice.receiveAny().subscribe(received -> heard.add(received.message()));

    town.await(alice.start());
    town.await(bob.start());
    town.pass(Duration.ofSeconds(1));

    assertThat(alice.connection(bob.peerId())).isPresent();
    assertThat(bob.connection(alice.peerId())).isPresent();
    assertThat(bob.broadcast("hello")).isEqualTo(new BroadcastResult(1, 0, 0));
    town.pass(Duration.ofSeconds(1));
    assertThat(heard).containsExactly("hello");

    town.await(alice.stop());
    town.await(bob.stop());
    assertThat(seen.stream().map(Object::getClass).map(Class::getSimpleName))
        .containsExactly(
            "ListeningStarted",
            "IncomingArrived",
            "PeerLearned",
            "PointLearned",
            "PeerAccepted",
            "Connected",
            "Disconnected");
    assertThat(((P2pEvent.Disconnected) seen.get(6)).reason())
        .isEqualTo(new DisconnectReason.NetworkStopped());
  }
}
