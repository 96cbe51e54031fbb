/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Never those we trust. Of the others those stay longest that an intruder would find hardest to
 * imitate: as many of our own dials as we want, those the application scores best, and the half
 * that sent the most messages, which in a quiet network is the half that has been here for longest;
 * and the last few who came, so that newcomers have a moment to show what they are worth. Of the
 * rest goes one after the other from the {@link Region} where most are, whoever sent the least and
 * then the youngest first. If that is not enough, those go in the same way who were kept, our own
 * dials last.
 */
final class ProtectiveVictims implements VictimChoice {

  private static final int BEST = 4;
  private static final int NEWCOMERS = 4;

  private static final Comparator<Resident> MOST_USEFUL =
      Comparator.comparing(Resident::received).reversed();

  private static final Comparator<Resident> BEST_SCORED =
      Comparator.comparing(Resident::score).reversed();

  @Override
  public List<Resident> choose(
      List<Resident> residents, int own, int count, RandomGenerator random) {
    List<Resident> free = residents.stream().filter(one -> !one.trusted()).toList();
    Set<Resident> ours = new HashSet<>(free.stream().filter(Resident::isOwn).limit(own).toList());
    Set<Resident> kept = kept(without(free, ours));
    kept.removeAll(ours);
    var crowds = new Crowds(residents);
    List<Resident> order = new ArrayList<>();
    order.addAll(crowds.fromTheFullest(without(without(free, ours), kept)));
    order.addAll(crowds.fromTheFullest(free.stream().filter(kept::contains).toList()));
    order.addAll(crowds.fromTheFullest(free.stream().filter(ours::contains).toList()));
    return order.stream().limit(count).toList();
  }

  /** Sorting leaves equals as they were, and the longest connected come first. */
  private static Set<Resident> kept(List<Resident> oldestFirst) {
    Set<Resident> kept = new HashSet<>();
    oldestFirst.stream().skip(Math.max(0, oldestFirst.size() - NEWCOMERS)).forEach(kept::add);
    oldestFirst.stream()
        .filter(one -> one.score() > 1)
        .sorted(BEST_SCORED)
        .limit(BEST)
        .forEach(kept::add);
    oldestFirst.stream().sorted(MOST_USEFUL).limit(oldestFirst.size() / 2).forEach(kept::add);
    return kept;
  }

  private static List<Resident> without(List<Resident> some, Collection<Resident> others) {
    return some.stream().filter(one -> !others.contains(one)).toList();
  }
}
