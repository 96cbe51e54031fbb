/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.NumericAddress;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * What {@code src/lib_p2p/test/test_p2p_peerset.ml} of the original asserts of its cache of
 * greylisted peers: here the greylist of an {@link AccessList}, in which the first to expire makes
 * room; and each time somebody is added again, it expires later.
 */
@Tag("original")
class OriginalPeersetTest {

  private static final PeerId FOO = peer(1);
  private static final PeerId BAR = peer(2);
  private static final PeerId BAZ = peer(3);
  private static final PeerId ZOR = peer(4);
  private static final PeerId QUX = peer(5);
  private static final InetAddress SOMEWHERE = NumericAddress.parse("192.0.2.1");

  private Instant now = Instant.EPOCH;
  private final AccessList list = new AccessList(GreylistConfig.DEFAULT.withSizes(3, 3), () -> now);

  private static PeerId peer(int number) {
    byte[] id = new byte[PeerId.LENGTH];
    id[0] = (byte) number;
    return PeerId.of(id);
  }

  private void add(PeerId... peers) {
    for (PeerId peer : peers) {
      now = now.plusSeconds(1);
      list.greylist(Subject.of(peer), Duration.ofHours(1));
    }
  }

  private boolean holds(PeerId peer) {
    return list.of(peer, SOMEWHERE, Optional.empty()) == Reputation.GREYLISTED;
  }

  @Test
  @DisplayName("test_p2p_peerset.ml: empty")
  void empty() {
    assertThat(holds(FOO)).isFalse();
  }

  @Test
  @DisplayName("test_p2p_peerset.ml: add")
  void add() {
    add(FOO);
    assertThat(holds(FOO)).isTrue();
    assertThat(holds(BAR)).isFalse();
  }

  @Test
  @DisplayName("test_p2p_peerset.ml: remove")
  void remove() {
    add(FOO, BAR, BAZ);
    list.unban(Subject.of(BAR));
    assertThat(holds(FOO)).isTrue();
    assertThat(holds(BAR)).isFalse();
    assertThat(holds(BAZ)).isTrue();
  }

  @Test
  @DisplayName("test_p2p_peerset.ml: LRU overflow")
  void the_least_recently_added_makes_room() {
    add(FOO, BAR, BAZ);
    add(FOO, ZOR);
    assertThat(holds(BAR)).as("FOO had been added again").isFalse();
    assertThat(holds(FOO)).isTrue();
    add(BAZ, BAZ, BAZ, QUX);
    assertThat(holds(FOO)).isFalse();
    assertThat(holds(BAZ)).isTrue();
    assertThat(holds(ZOR)).isTrue();
    assertThat(holds(QUX)).isTrue();
  }
}
