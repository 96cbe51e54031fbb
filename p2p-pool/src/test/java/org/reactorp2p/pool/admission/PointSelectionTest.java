/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.admission.PointSelection.Asker;
import org.reactorp2p.pool.peer.Contacts;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.Meeting;
import org.reactorp2p.pool.peer.Openness;
import org.reactorp2p.pool.peer.Source;
import org.reactorp2p.pool.peer.SpecialRanges;

class PointSelectionTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final PeerId SOMEBODY = id(1);
  private static final Asker STRANGER =
      new Asker(id(9), new IdPoint(point(0).address(), OptionalInt.empty()));

  private final PointSelection everything =
      new PointSelection(point -> false, SpecialRanges.ALLOWED::admits);

  @Test
  void only_points_of_those_who_do_not_mind_are_told() {
    List<KnownPoint> known =
        List.of(known(1, Openness.UNKNOWN), known(2, Openness.PUBLIC), known(3, Openness.PRIVATE));
    assertThat(everything.choose(known, STRANGER, new Random(1))).containsExactly(point(2));
  }

  @Test
  void nobody_is_told_of_itself() {
    List<KnownPoint> known =
        List.of(seen(1, Openness.PUBLIC, SOMEBODY, NOON), known(2, Openness.PUBLIC));
    Asker byId = new Asker(SOMEBODY, STRANGER.at());
    assertThat(everything.choose(known, byId, new Random(1))).containsExactly(point(2));
    Asker byPlace =
        new Asker(id(9), new IdPoint(point(2).address(), OptionalInt.of(point(2).port())));
    assertThat(everything.choose(known, byPlace, new Random(1))).containsExactly(point(1));
  }

  @Test
  void P_08_points_in_special_ranges_are_not_told_unless_that_is_allowed() {
    var strict = new PointSelection(point -> false, SpecialRanges.REFUSED::admits);
    assertThat(strict.choose(List.of(known(1, Openness.PUBLIC)), STRANGER, new Random(1)))
        .isEmpty();
  }

  @Test
  void those_in_use_come_first_the_longest_seen_ahead_then_the_others_the_last_seen_ahead() {
    List<KnownPoint> known =
        List.of(
            seen(1, Openness.PUBLIC, SOMEBODY, NOON),
            seen(2, Openness.PUBLIC, SOMEBODY, NOON.plusSeconds(1)),
            seen(3, Openness.PUBLIC, SOMEBODY, NOON),
            seen(4, Openness.PUBLIC, SOMEBODY, NOON.plusSeconds(1)),
            known(5, Openness.PUBLIC),
            known(6, Openness.PUBLIC));
    Set<Point> inUse = Set.of(point(1), point(2), point(5));
    var selection = new PointSelection(inUse::contains, point -> true);
    assertThat(selection.choose(known, STRANGER, new Random(1)))
        .containsExactly(point(5), point(1), point(2), point(4), point(3), point(6));
  }

  @Test
  void at_most_fifty_are_told_none_twice_the_first_thirty_in_order_and_some_of_the_rest() {
    List<KnownPoint> known = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      known.add(seen(i, Openness.PUBLIC, SOMEBODY, NOON.minusSeconds(i)));
    }
    List<Point> first = known.subList(0, 30).stream().map(KnownPoint::point).toList();
    var told = new HashSet<Point>();
    for (long seed = 0; seed < 100; seed++) {
      List<Point> points = everything.choose(known, STRANGER, new Random(seed));
      assertThat(points).hasSizeBetween(31, PointSelection.SIZE).doesNotHaveDuplicates();
      assertThat(points).startsWith(first.toArray(Point[]::new));
      told.addAll(points);
    }
    assertThat(told).hasSize(200);
  }

  private static KnownPoint known(int number, Openness openness) {
    return new KnownPoint(
        point(number),
        Source.sure(),
        NOON,
        Optional.empty(),
        openness,
        Contacts.none(),
        Optional.empty());
  }

  private static KnownPoint seen(int number, Openness openness, PeerId peer, Instant at) {
    var contacts =
        new Contacts<>(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Meeting<>(peer, at)),
            Optional.empty());
    return new KnownPoint(
        point(number), Source.sure(), NOON, Optional.empty(), openness, contacts, Optional.empty());
  }

  private static Point point(int number) {
    return Point.parse("10.0.0." + number + ":9732");
  }

  private static PeerId id(int number) {
    var bytes = new byte[PeerId.LENGTH];
    bytes[0] = (byte) number;
    return PeerId.of(bytes);
  }
}
