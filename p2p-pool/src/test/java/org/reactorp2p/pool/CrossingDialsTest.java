/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;

/** Two that dial each other at the same time, over links on which everything takes its time. */
class CrossingDialsTest {

  private static final int TRIALS = 1000;

  @Test
  void P_04_dials_that_cross_end_with_one_connection_that_both_agree_on() {
    int crossed = 0;
    for (long seed = 0; seed < TRIALS; seed++) {
      crossed += cross(seed);
    }
    assertThat(crossed).as("trials in which both dials came through").isGreaterThan(TRIALS / 4);
  }

  /** One if both dials reached the other side. */
  private static int cross(long seed) {
    var town = new Town(seed);
    P2pNetwork<String, ?, ?> alice = started(town, 1, seed);
    P2pNetwork<String, ?, ?> bob = started(town, 2, -seed);
    Watch alices = Watch.over(alice);
    Watch bobs = Watch.over(bob);

    alice.connect(PeerAddress.of(Town.point(2))).onErrorComplete().subscribe();
    bob.connect(PeerAddress.of(Town.point(1))).onErrorComplete().subscribe();
    town.pass(Duration.ofSeconds(2));

    assertOne(seed, alice, bob, alices);
    assertOne(seed, bob, alice, bobs);
    assertThat(directions(alice)).as("seed %s", seed).isNotEqualTo(directions(bob));
    boolean both =
        !alices.of(P2pEvent.IncomingArrived.class).isEmpty()
            && !bobs.of(P2pEvent.IncomingArrived.class).isEmpty();
    return both ? 1 : 0;
  }

  private static void assertOne(
      long seed, P2pNetwork<String, ?, ?> one, P2pNetwork<String, ?, ?> other, Watch watch) {
    assertThat(one.connection(other.peerId())).as("seed %s: %s", seed, watch.all()).isPresent();
    assertThat(one.connections()).hasSize(1);
    assertThat(watch.of(P2pEvent.Connected.class)).as("seed %s", seed).hasSize(1);
    assertThat(watch.of(P2pEvent.Disconnected.class)).as("seed %s", seed).isEmpty();
  }

  private static List<Direction> directions(P2pNetwork<String, ?, ?> network) {
    return network.connections().stream()
        .map(PeerConnection::info)
        .map(i -> i.direction())
        .toList();
  }

  private static P2pNetwork<String, ?, ?> started(Town town, int house, long seed) {
    var lagging =
        new LaggingTransport(
            town.transport(house), Duration.ofMillis(50), new Random(seed), town.time);
    P2pNetwork<String, ?, ?> network = town.node(house, town.identity(), lagging).build();
    town.await(network.start());
    return network;
  }
}
