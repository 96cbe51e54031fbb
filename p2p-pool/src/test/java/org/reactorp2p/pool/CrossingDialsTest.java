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
import org.reactorp2p.pool.stat.NetworkStat;

/**
 * Two that dial each other at the same time, over links on which everything takes its time. {@code
 * -Dp2p.crossings=10000} plays so many, {@code -Dp2p.seed=SEED -Dp2p.crossings=1} one of them
 * again.
 */
class CrossingDialsTest {

  private static final int TRIALS = Integer.getInteger("p2p.crossings", 1_000);
  private static final long FIRST = Long.getLong("p2p.seed", 0);

  @Test
  void P_04_dials_that_cross_end_with_one_connection_that_both_agree_on() {
    int crossed = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      crossed += cross(trial);
    }
    System.out.printf(
        "P-04: %d pairs over memory, %d with both dials at the other side, first -Dp2p.seed=%d%n",
        TRIALS, crossed, FIRST);
    if (TRIALS > 1) {
      assertThat(crossed).as("trials in which both dials came through").isGreaterThan(TRIALS / 4);
    }
  }

  /** One if both dials reached the other side. */
  private static int cross(int trial) {
    long seed = FIRST + trial;
    var town = new Town(trial); // Which adds the first seed by itself.
    P2pNetwork<String, ?, ?> alice = started(town, 1, seed);
    P2pNetwork<String, ?, ?> bob = started(town, 2, -seed);
    Watch alices = Watch.over(alice);
    Watch bobs = Watch.over(bob);

    alice.connect(PeerAddress.of(Town.point(2))).onErrorComplete().subscribe();
    town.pass(Duration.ofNanos(apart(seed)));
    bob.connect(PeerAddress.of(Town.point(1))).onErrorComplete().subscribe();
    town.pass(Duration.ofSeconds(2));

    assertOne(seed, alice, bob, alices);
    assertOne(seed, bob, alice, bobs);
    assertThat(directions(alice)).as("seed %s", seed).isNotEqualTo(directions(bob));
    assertThat(alice.stat().attempts()).isEqualTo(new NetworkStat.Attempts(0, 0));
    assertThat(bob.stat().attempts()).isEqualTo(new NetworkStat.Attempts(0, 0));
    boolean both =
        !alices.of(P2pEvent.IncomingArrived.class).isEmpty()
            && !bobs.of(P2pEvent.IncomingArrived.class).isEmpty();
    return both ? 1 : 0;
  }

  /** The second dial comes up to 5 ms later, mostly much sooner. */
  private static long apart(long seed) {
    double dice = new Random(seed).nextDouble();
    return (long) (5e6 * dice * dice * dice);
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
