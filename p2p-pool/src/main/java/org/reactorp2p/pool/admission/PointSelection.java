/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.reactorp2p.core.handshake.Candidate;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.Meeting;
import org.reactorp2p.pool.peer.Openness;

/**
 * Which points we tell others, as the original chooses: only such where somebody went through a
 * handshake with us and does not want to stay private, and so nothing for which only a third party
 * vouches. Pure.
 *
 * @param inUse whether we are connected there, or about to be
 * @param tellable whether a point may be told at all
 */
public record PointSelection(Predicate<Point> inUse, Predicate<Point> tellable) {

  /** How many points one answer tells at most, as the original. */
  public static final int SIZE = 50;

  /** Of these, how many are the first in order; the others are picked from the rest. */
  private static final int IN_ORDER = 3 * SIZE / 5;

  /** Of those in use the one seen longest ago first: it has been up for longest. */
  private static final Comparator<KnownPoint> LONGEST_AGO =
      Comparator.comparing(known -> known.contacts().lastSeen().orElse(Instant.MIN));

  /** Who is told, and does not want to hear of itself. */
  public record Asker(PeerId id, IdPoint at) {

    /** What matters of a candidate. */
    public static Asker of(Candidate candidate) {
      return new Asker(candidate.peerId(), candidate.idPoint());
    }

    private boolean livesAt(KnownPoint known) {
      return at.point().filter(known.point()::equals).isPresent()
          || known.contacts().lastMeeting().map(Meeting::with).filter(id::equals).isPresent();
    }
  }

  /**
   * Chooses.
   *
   * @param known the points we remember
   * @param random settles ties, and picks where there are too many
   * @return at most {@value #SIZE}, none twice
   */
  public List<Point> choose(Collection<KnownPoint> known, Asker asker, RandomGenerator random) {
    List<KnownPoint> candidates = new ArrayList<>();
    known.stream()
        .filter(one -> one.openness() == Openness.PUBLIC)
        .filter(one -> tellable.test(one.point()) && !asker.livesAt(one))
        .forEach(candidates::add);
    shuffle(candidates, random); // sorting leaves equals in the order in which they are
    List<Point> order =
        Stream.concat(
                candidates.stream().filter(this::isInUse).sorted(LONGEST_AGO),
                candidates.stream().filter(one -> !isInUse(one)).sorted(LONGEST_AGO.reversed()))
            .map(KnownPoint::point)
            .toList();
    return order.size() <= SIZE ? order : firstAndSome(order, random);
  }

  private boolean isInUse(KnownPoint known) {
    return inUse.test(known.point());
  }

  private static void shuffle(List<KnownPoint> cards, RandomGenerator random) {
    for (int i = cards.size() - 1; i > 0; i--) {
      Collections.swap(cards, i, random.nextInt(i + 1));
    }
  }

  /** May be fewer than {@value #SIZE}, since the same one can be picked twice. */
  private static List<Point> firstAndSome(List<Point> order, RandomGenerator random) {
    Set<Point> chosen = new LinkedHashSet<>(order.subList(0, IN_ORDER));
    for (int i = IN_ORDER; i < SIZE; i++) {
      chosen.add(order.get(random.nextInt(IN_ORDER, order.size())));
    }
    return List.copyOf(chosen);
  }
}
