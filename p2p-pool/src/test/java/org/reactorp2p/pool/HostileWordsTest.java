/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.ConnectionConfig;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Flux;

/** What hostile peers say, played over memory on virtual time. */
class HostileWordsTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));
  private static final int MOST_WAITING = ConnectionConfig.DEFAULT.outbox().maxMessages();
  private static final byte[] BOOTSTRAP = {0, 0, 0, 2, 0, 2};

  private final Town town = new Town(42);

  private P2pNetwork<String, ?, ?> started(P2pNetworkBuilder<String, ?, ?> builder) {
    P2pNetwork<String, ?, ?> network = builder.build();
    town.await(network.start());
    return network;
  }

  @Test
  void O_02_a_chain_name_that_draws_on_terminals_is_escaped_and_cut_wherever_it_is_told() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Watch watch = Watch.over(host);
    for (String name : List.of("\r\nforged=line", "\u001b[31mred\u001b[0m", "x".repeat(60_000))) {
      P2pNetwork<String, ?, ?> guest =
          started(
              P2pNetwork.builder(
                      MessageCodec.text(0x0010, 1000),
                      town.identity(),
                      ChainName.of(name),
                      town.environment(town.transport(2)))
                  .requiredDifficulty(Difficulty.NONE));
      town.await(guest.connect(HOST).then().onErrorComplete());
      assertThat(guest.announcedVersion().toString()).hasSizeLessThan(500).matches("\\P{Cntrl}*");
    }
    town.pass(Duration.ofSeconds(1));
    // The longest is no greeting at all, and the other two are of another chain.
    assertThat(watch.of(P2pEvent.PeerRejected.class)).hasSize(2);
    assertThat(watch.of(P2pEvent.AuthenticationFailed.class)).hasSize(1);
    assertThat(watch.all())
        .extracting(Object::toString)
        .allMatch(told -> told.length() < 2_000 && told.matches("\\P{Cntrl}*"));
  }

  @Test
  void Q_06_a_peer_that_asks_and_never_reads_is_answered_within_bounds_and_let_go() {
    P2pNetwork<String, ?, ?> host = started(town.node(1));
    Watch watch = Watch.over(host);
    for (int house = 3; house < 10; house++) {
      started(town.node(house).peer(HOST));
    }
    town.pass(Duration.ofSeconds(1));
    var rogue = new Rogue(town.identity(), town.transport(2), town.time);
    town.await(rogue.dial(HOST.point(), Admission.OPEN));
    rogue
        .sayAll(Flux.interval(Duration.ofMillis(50), town.time).map(tick -> BOOTSTRAP))
        .onErrorComplete()
        .subscribe();
    int most = 0;
    for (int second = 0; second < 400 && !rogue.isClosed(); second++) {
      town.pass(Duration.ofSeconds(1));
      most =
          host.connections().stream()
              .mapToInt(c -> c.stat().outboxQueued())
              .reduce(most, Math::max);
    }
    assertThat(most).isBetween(1, MOST_WAITING);
    assertThat(rogue.isClosed()).isTrue();
    assertThat(watch.of(P2pEvent.Disconnected.class))
        .extracting(P2pEvent.Disconnected::reason)
        .containsExactly(new DisconnectReason.WriteStalled());
  }
}
