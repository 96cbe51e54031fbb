/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Reputation;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.Meeting;
import org.reactorp2p.pool.peer.Memory;
import org.reactorp2p.pool.peer.PassageTable;
import org.reactorp2p.pool.peer.Source;

/**
 * Finds out who may be dialled: whom we know or trust, unless it is banned or greylisted, stays
 * outside in private mode, is connected or on the way, or should be left alone for now. Confined to
 * the decisions' thread.
 */
public final class Prospects {

  private final Office office;
  private final Memory memory;
  private final PassageTable passages;
  private final Predicate<Reputation> welcome;
  private final Predicate<Point> lookedAfter;
  private final ToDoubleFunction<PeerId> score;
  private final Impatience impatience;

  /**
   * @param welcome of which reputation somebody must be
   * @param lookedAfter whom somebody else dials until they are connected
   * @param score what a peer is worth, more than none
   */
  public Prospects(
      Office office,
      Predicate<Reputation> welcome,
      Predicate<Point> lookedAfter,
      ToDoubleFunction<PeerId> score,
      Impatience impatience) {
    this.office = office;
    this.memory = office.register().memory();
    this.passages = office.register().passages();
    this.welcome = welcome;
    this.lookedAfter = lookedAfter;
    this.score = score;
    this.impatience = impatience;
  }

  /**
   * All of them now.
   *
   * @param seen those that were considered in this round already, and are left out
   */
  List<Prospect> find(Set<Point> seen) {
    Instant now = office.clock().instant();
    List<Prospect> rested = new ArrayList<>();
    List<Prospect> resting = new ArrayList<>();
    for (KnownPoint known : known()) {
      if (!seen.contains(known.point()) && mayBeDialled(known)) {
        (known.rests(now) ? resting : rested).add(prospect(known));
      }
    }
    rested.addAll(probes(resting, now));
    return rested;
  }

  private List<Prospect> probes(List<Prospect> resting, Instant now) {
    Instant latest = now.minus(impatience.after());
    return resting.stream()
        .filter(one -> one.proven() || one.trusted())
        .filter(one -> !one.missedAt().isAfter(latest))
        .sorted(Comparator.comparing(Prospect::missedAt))
        .limit(impatience.probes())
        .toList();
  }

  private List<KnownPoint> known() {
    List<KnownPoint> known = new ArrayList<>(memory.allPoints());
    Set<Point> points = new HashSet<>();
    known.forEach(one -> points.add(one.point()));
    points.addAll(memory.ownPoints());
    trusted()
        .filter(points::add)
        .forEach(
            point -> known.add(KnownPoint.fresh(point, Source.sure(), office.clock().instant())));
    return known;
  }

  private Stream<Point> trusted() {
    return office.access().trusted().stream()
        .filter(Trustee.Place.class::isInstance)
        .map(place -> ((Trustee.Place) place).point());
  }

  private boolean mayBeDialled(KnownPoint known) {
    Point point = known.point();
    return point.port() != 0
        && !lookedAfter.test(point)
        && !memory.isInUse(point)
        && !isHere(known)
        && welcome.test(office.access().of(point, known.expected()));
  }

  /** Whoever was there last is connected, or about to be, by another way. */
  private boolean isHere(KnownPoint known) {
    return known.contacts().lastMeeting().map(Meeting::with).flatMap(passages::holder).isPresent();
  }

  private Prospect prospect(KnownPoint known) {
    return new Prospect(
        known.point(),
        office.access().isTrusted(known.point()),
        known.contacts().established().isPresent(),
        known.misses(),
        known.contacts().lastMiss(),
        known.contacts().lastMeeting().map(Meeting::with).map(score::applyAsDouble).orElse(1.0));
  }
}
