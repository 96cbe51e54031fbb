/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.pool.peer.Neighbourhood.address;
import static org.reactorp2p.pool.peer.Neighbourhood.candidate;
import static org.reactorp2p.pool.peer.Neighbourhood.peer;
import static org.reactorp2p.pool.peer.Neighbourhood.point;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactorp2p.core.handshake.Remedy;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.event.Refusal;
import org.reactorp2p.pool.peer.ContactState.Phase;

/**
 * Random sequences of everything that can happen, against the simplest model: which passages there
 * are, how far each is, and whom it holds. After every step the memory says the same, is bounded,
 * and has forgotten nobody in use.
 */
class RegisterPropertyTest {

  private static final long SEEDS = 30;
  private static final int STEPS = 400;
  private static final int PEOPLE = 12;
  private static final int LIMIT = 6;

  /** What the model has of one passage. */
  private static final class Line {
    private final Passage passage;
    private Phase phase;
    private final int number;
    private boolean holdsPoint;

    Line(Passage passage, Phase phase, int number, boolean holdsPoint) {
      this.passage = passage;
      this.phase = phase;
      this.number = number;
      this.holdsPoint = holdsPoint;
    }
  }

  private final List<Line> lines = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(EvictionPolicy.class)
  void every_way_out_leaves_what_goes_on_and_what_is_remembered_in_agreement(
      EvictionPolicy policy) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      lines.clear();
      var there = new Neighbourhood(Neighbourhood.config(policy, LIMIT, LIMIT), seed);
      var random = new Random(seed);
      for (int step = 0; step < STEPS; step++) {
        String what = act(there, random);
        check(there, "%s, seed %d, step %d: %s".formatted(policy, seed, step, what));
        there.pass(Duration.ofMillis(random.nextInt(1000)));
      }
      while (!lines.isEmpty()) {
        leave(there, random, lines.remove(0));
      }
      check(there, policy + ", seed " + seed + ", at the end");
      assertThat(there.passages.all()).isEmpty();
    }
  }

  private String act(Neighbourhood there, Random random) {
    int number = random.nextInt(PEOPLE);
    switch (random.nextInt(6)) {
      case 0 -> dial(there, number);
      case 1 ->
          there
              .register
              .arrive(new Point(address(number), 50_000))
              .ifPresent(come -> lines.add(new Line(come, Phase.REQUESTED, number, false)));
      case 2 -> {
        List<Point> claims = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          claims.add(point(random.nextInt(3 * PEOPLE)));
        }
        there.memory.heard(address(number), claims);
      }
      case 3 -> {
        if (!lines.isEmpty()) {
          leave(there, random, lines.remove(random.nextInt(lines.size())));
        }
      }
      default -> {
        if (!lines.isEmpty()) {
          advance(there, lines.get(random.nextInt(lines.size())));
        }
      }
    }
    return lines.size() + " passages";
  }

  private void dial(Neighbourhood there, int number) {
    boolean free = lines.stream().noneMatch(line -> line.number == number && line.holdsPoint);
    Optional<Passage> passage = there.register.dial(PeerAddress.of(point(number)));
    assertThat(passage.isPresent()).isEqualTo(free);
    passage.ifPresent(
        begun -> {
          begun.linked();
          lines.add(new Line(begun, Phase.REQUESTED, number, true));
        });
  }

  private void advance(Neighbourhood there, Line line) {
    if (line.phase == Phase.REQUESTED) {
      boolean free =
          lines.stream()
              .noneMatch(one -> one.number == line.number && one.phase != Phase.REQUESTED);
      if (free) {
        boolean pointFree =
            lines.stream().noneMatch(one -> one.number == line.number && one.holdsPoint);
        there.register.accept(
            line.passage, candidate(line.passage, line.number, Optional.of(point(line.number))));
        line.phase = Phase.ACCEPTED;
        line.holdsPoint |= pointFree;
      } else {
        there.register.refuse(
            line.passage,
            candidate(line.passage, line.number, Optional.of(point(line.number))),
            Refusal.NO_PLACE);
      }
    } else if (line.phase == Phase.ACCEPTED) {
      there.register.run(line.passage);
      line.phase = Phase.RUNNING;
    }
  }

  private static void leave(Neighbourhood there, Random random, Line line) {
    if (line.phase == Phase.RUNNING) {
      there.register.disconnect(line.passage);
    } else if (random.nextBoolean()) {
      there.register.withdraw(line.passage);
    } else {
      Remedy[] remedies = {Remedy.RETRY, Remedy.GREYLIST, Remedy.FORGET_POINT};
      there.register.fail(
          line.passage, remedies[random.nextInt(remedies.length)], Optional.empty());
    }
  }

  private void check(Neighbourhood there, String when) {
    Map<Point, Phase> points = new HashMap<>();
    Set<Integer> held = new HashSet<>();
    for (Line line : lines) {
      if (line.holdsPoint) {
        points.put(point(line.number), line.phase);
      }
      if (line.phase != Phase.REQUESTED) {
        held.add(line.number);
        assertThat(there.memory.peer(peer(line.number)).map(view -> view.state().phase()))
            .as(when)
            .contains(line.phase);
      }
    }
    points.forEach(
        (point, phase) ->
            assertThat(there.memory.point(point).map(view -> view.state().phase()))
                .as(when)
                .contains(phase));
    for (PointView view : there.memory.points()) {
      Phase expected = points.getOrDefault(view.point(), Phase.DISCONNECTED);
      assertThat(view.state().phase()).as(when).isEqualTo(expected);
    }
    long connected =
        there.memory.peers().stream()
            .filter(view -> view.state().phase() != Phase.DISCONNECTED)
            .count();
    assertThat(connected).as(when).isEqualTo(held.size());
    // The original lets one more in than it clears for.
    assertThat(there.memory.points().size()).as(when).isLessThanOrEqualTo(LIMIT + PEOPLE + 1);
    assertThat(there.memory.peers().size()).as(when).isLessThanOrEqualTo(LIMIT + PEOPLE + 1);
  }
}
