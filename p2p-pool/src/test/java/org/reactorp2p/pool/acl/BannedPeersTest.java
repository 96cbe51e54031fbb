/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.NumericAddress;

/**
 * What {@code test_p2p_banned_peers.ml} of the original asserts, the case that is switched off
 * there included.
 */
@Tag("original")
class BannedPeersTest {

  private static final List<InetAddress> PEERS =
      List.of(
          NumericAddress.parse("ffff::3"),
          NumericAddress.parse("ffff:0:0:1::4"),
          NumericAddress.parse("ffff:0:0:2::5"));

  private Instant now = Instant.EPOCH;
  private final AccessList list =
      new AccessList(
          GreylistConfig.DEFAULT.withTimes(Duration.ofMillis(10), Duration.ofMillis(10)),
          () -> now);

  @Test
  @DisplayName("test_p2p_banned_peers.ml: empty")
  void empty() {
    assertThat(PEERS).allMatch(peer -> list.at(peer) == Reputation.STRANGER);
  }

  @Test
  @DisplayName("test_p2p_banned_peers.ml: ban")
  void ban() {
    PEERS.forEach(peer -> list.greylist(Subject.of(peer), Duration.ofMillis(10)));
    assertThat(PEERS).allMatch(peer -> list.at(peer) == Reputation.GREYLISTED);
  }

  @Test
  @DisplayName("test_p2p_banned_peers.ml: clear")
  void clear() {
    ban();
    list.clear();
    assertThat(PEERS).allMatch(peer -> list.at(peer) == Reputation.STRANGER);
  }

  @Test
  @DisplayName("test_p2p_banned_peers.ml: gc")
  void gc() {
    ban();
    now = now.plusSeconds(1);
    assertThat(PEERS).allMatch(peer -> list.at(peer) == Reputation.STRANGER);
    assertThat(list.snapshot().greylist()).isEmpty();
  }
}
