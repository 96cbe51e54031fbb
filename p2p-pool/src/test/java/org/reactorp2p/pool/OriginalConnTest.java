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
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.pool.admission.PeerDiscovery;
import org.reactorp2p.pool.exchange.ExchangeConfig;
import org.reactorp2p.pool.peer.PeerAddress;

/** What {@code src/lib_p2p/tezt/test_p2p_conn.ml} of the original asserts. */
@Tag("original")
class OriginalConnTest {

  private final Town town = new Town(34);

  @Test
  @DisplayName("tezt/test_p2p_conn.ml: bootstrap and advertise do not block a message")
  void what_nobody_answers_holds_up_no_message() {
    P2pNetwork<String, ?, ?> host = quiet(1);
    P2pNetwork<String, ?, ?> guest = quiet(2);
    town.await(host.start());
    town.await(guest.start());
    List<String> read = new ArrayList<>();
    host.receiveAny().map(Received::message).subscribe(read::add);
    PeerConnection<String> there = town.await(guest.connect(PeerAddress.of(Town.point(1))));

    there.tryEmitControl(new PeerMessage.Bootstrap<>());
    there.tryEmitControl(new PeerMessage.Advertise<>(List.of(Town.point(7))));
    there.send("application").subscribe();
    town.pass(Duration.ofSeconds(1));
    assertThat(read).containsExactly("application");
  }

  private P2pNetwork<String, ?, ?> quiet(int house) {
    var builder = town.node(house);
    ExchangeConfig off = ExchangeConfig.DEFAULT.withDiscovery(PeerDiscovery.DISABLED);
    return builder.config(builder.config().withExchange(off)).build();
  }
}
