/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

class PassageTableTest {

  private static final Point HOME = Point.parse("10.0.0.1:9732");
  private static final Point DOOR = Point.parse("10.0.0.1:50000");
  private static final PeerId ALICE = PeerId.of(new byte[PeerId.LENGTH]);

  private static final PeerId BOB = PeerId.of("a second peer id".getBytes(UTF_8));

  private final PassageTable table = new PassageTable();

  @Test
  void a_point_is_dialled_once_at_a_time() {
    Passage first = table.outbound(PeerAddress.of(HOME)).orElseThrow();
    assertThat(table.outbound(PeerAddress.of(HOME))).isEmpty();
    table.end(first);
    assertThat(table.outbound(PeerAddress.of(HOME))).isPresent();
  }

  @Test
  void an_accepted_peer_holds_its_id_and_where_it_listens() {
    Passage passage = table.inbound(DOOR).orElseThrow();
    table.accept(passage, ALICE, Optional.of(HOME));

    assertThat(table.holder(ALICE)).contains(passage);
    assertThat(table.holder(HOME)).contains(passage);
    assertThat(table.held()).isEqualTo(1);
    assertThat(table.outbound(PeerAddress.of(HOME))).isEmpty();
  }

  @Test
  void nobody_takes_a_point_from_its_holder() {
    Passage ours = table.outbound(PeerAddress.of(HOME)).orElseThrow();
    Passage neighbour = table.inbound(DOOR).orElseThrow();
    table.accept(neighbour, ALICE, Optional.of(HOME));
    assertThat(table.holder(HOME)).contains(ours);

    table.end(neighbour);
    assertThat(table.holder(HOME)).contains(ours);
  }

  @Test
  void a_neighbour_that_claims_a_point_does_not_keep_us_from_dialling_who_belongs_there() {
    Passage neighbour = table.inbound(DOOR).orElseThrow();
    table.accept(neighbour, BOB, Optional.of(HOME));
    assertThat(table.outbound(PeerAddress.of(HOME))).isEmpty();

    Passage ours = table.outbound(PeerAddress.of(HOME, ALICE)).orElseThrow();
    table.end(neighbour);
    assertThat(table.holder(HOME)).contains(ours);
  }

  @Test
  void a_peer_that_is_connected_is_not_dialled_at_another_point() {
    table.accept(table.inbound(DOOR).orElseThrow(), ALICE, Optional.empty());
    assertThat(table.outbound(PeerAddress.of(HOME, ALICE))).isEmpty();
    assertThat(table.outbound(PeerAddress.of(HOME, BOB))).isPresent();
  }

  @Test
  void two_passages_never_hold_one_peer() {
    table.accept(table.inbound(DOOR).orElseThrow(), ALICE, Optional.empty());
    Passage second = table.outbound(PeerAddress.of(HOME)).orElseThrow();
    second.linked();
    assertThatThrownBy(() -> table.accept(second, ALICE, Optional.empty()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(second.stage()).isEqualTo(new Stage.Greeting());
  }

  @Test
  void what_is_over_leaves_nothing_behind_and_is_told_once() {
    Passage passage = table.inbound(DOOR).orElseThrow();
    var settled = new AtomicInteger();
    var over = new AtomicInteger();
    passage.settled().subscribe(null, null, settled::incrementAndGet);
    passage.over().subscribe(null, null, over::incrementAndGet);
    table.accept(passage, ALICE, Optional.of(HOME));
    table.run(passage);
    assertThat(settled).hasValue(1);

    table.end(passage);
    table.end(passage);
    assertThat(over).hasValue(1);
    assertThat(settled).hasValue(1);
    assertThat(table.all()).isEmpty();
    assertThat(table.held()).isZero();
    assertThat(table.holder(ALICE)).isEmpty();
    assertThat(table.holder(HOME)).isEmpty();
  }

  @Test
  void a_closed_table_begins_nothing_and_lets_go_on_what_has_begun() {
    Passage begun = table.outbound(PeerAddress.of(HOME)).orElseThrow();
    table.close();
    assertThat(table.inbound(DOOR)).isEmpty();
    assertThat(table.outbound(PeerAddress.of(DOOR))).isEmpty();
    begun.linked();
    table.accept(begun, ALICE, Optional.of(HOME));
    table.run(begun);
    assertThat(begun.peer()).contains(ALICE);
  }

  @Test
  void illegal_moves_throw() {
    Passage dialling = table.outbound(PeerAddress.of(HOME)).orElseThrow();
    assertThatThrownBy(() -> table.accept(dialling, ALICE, Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("accept");
    assertThatThrownBy(() -> table.run(dialling)).isInstanceOf(IllegalStateException.class);
    table.end(dialling);
    assertThatThrownBy(dialling::linked).isInstanceOf(IllegalStateException.class);
  }
}
