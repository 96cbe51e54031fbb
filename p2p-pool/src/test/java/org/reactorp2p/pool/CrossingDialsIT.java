/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.pool.event.P2pEvent;
import reactor.core.publisher.Mono;

/**
 * Two that dial each other at the same time, on sockets, real threads and real time. {@code
 * -Dp2p.crossings=10000} plays 500: a twentieth of what {@link CrossingDialsTest} plays over
 * memory.
 */
class CrossingDialsIT {

  private static final int TRIALS = Math.max(1, Integer.getInteger("p2p.crossings", 1_000) / 20);

  private final Docks docks = new Docks();

  @AfterEach
  void close() {
    docks.close();
  }

  @Test
  void P_04_dials_that_cross_on_sockets_end_with_one_connection_that_both_agree_on()
      throws Exception {
    int crossed = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      crossed += cross(trial);
    }
    System.out.printf(
        "P-04: %d pairs on sockets, %d with both dials at the other side%n", TRIALS, crossed);
  }

  /** One if both dials reached the other side. */
  private int cross(int trial) throws Exception {
    P2pNetwork<String, ?, ?> alice = docks.started(docks.node());
    P2pNetwork<String, ?, ?> bob = docks.started(docks.node());
    Watch alices = Watch.over(alice);
    Watch bobs = Watch.over(bob);
    // Up to 5 ms apart.
    Duration apart =
        Duration.ofNanos(docks.random.nextInt(5) * (long) docks.random.nextInt(1_000_000));
    Mono.when(
            alice.connect(Docks.at(bob)).onErrorComplete(),
            Mono.delay(apart).then(bob.connect(Docks.at(alice))).onErrorComplete())
        .block(Docks.PATIENCE);
    PeerInfo atAlice = alice.connected().next().block(Docks.PATIENCE).info();
    PeerInfo atBob = bob.connected().next().block(Docks.PATIENCE).info();

    String which = "seed " + docks.seed + ", trial " + trial;
    assertThat(atAlice.peerId()).as(which).isEqualTo(bob.peerId());
    assertThat(atBob.peerId()).as(which).isEqualTo(alice.peerId());
    assertThat(atAlice.direction()).as(which).isNotEqualTo(atBob.direction());
    assertThat(alice.connections()).as(which).hasSize(1);
    assertThat(bob.connections()).as(which).hasSize(1);
    Mono.when(alice.stop(), bob.stop()).block(Docks.PATIENCE);
    for (Watch watch : List.of(alices, bobs)) {
      watch.awaitEnd();
      assertThat(watch.of(P2pEvent.Connected.class)).as(which).hasSize(1);
      assertThat(watch.of(P2pEvent.Disconnected.class)).as(which).hasSize(1);
    }
    return alices.kinds().contains("IncomingArrived") && bobs.kinds().contains("IncomingArrived")
        ? 1
        : 0;
  }
}
