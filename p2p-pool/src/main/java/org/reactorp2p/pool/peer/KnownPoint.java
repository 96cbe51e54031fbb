/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * What is remembered of a point. Immutable; what happens makes another one.
 *
 * @param source how we came to know it, the best there was
 * @param firstSeen when that was
 * @param expected the only peer that is wanted there, if one is
 * @param openness whether it may be told to others
 * @param contacts the last ones
 * @param pause for how long to leave it alone, if anything went wrong yet
 */
public record KnownPoint(
    Point point,
    Source source,
    Instant firstSeen,
    Optional<PeerId> expected,
    Openness openness,
    Contacts<PeerId> contacts,
    Optional<Pause> pause) {

  /** One of which nothing is known but that somebody named it. */
  public static KnownPoint fresh(Point point, Source source, Instant now) {
    return new KnownPoint(
        point, source, now, Optional.empty(), Openness.UNKNOWN, Contacts.none(), Optional.empty());
  }

  /** Attempts in a row that came to nothing. */
  public int misses() {
    return pause.map(Pause::misses).orElse(0);
  }

  /** Whether it should be left alone for now. */
  public boolean rests(Instant now) {
    return pause.map(until -> !now.isAfter(until.until())).orElse(false);
  }

  KnownPoint from(Source better) {
    return new KnownPoint(point, better, firstSeen, expected, openness, contacts, pause);
  }

  KnownPoint expecting(Optional<PeerId> peer) {
    return new KnownPoint(point, source, firstSeen, peer, openness, contacts, pause);
  }

  KnownPoint saying(Openness said) {
    return new KnownPoint(point, source, firstSeen, expected, said, contacts, pause);
  }

  KnownPoint after(Contacts<PeerId> contact) {
    return new KnownPoint(point, source, firstSeen, expected, openness, contact, pause);
  }

  KnownPoint resting(Pause rest) {
    return new KnownPoint(
        point, source, firstSeen, expected, openness, contacts, Optional.of(rest));
  }

  /** The same as far as it may have happened by now, resting for no longer than may be. */
  KnownPoint asOf(Instant now, Duration longestPause) {
    Instant latest = now.plus(longestPause);
    return new KnownPoint(
        point,
        source,
        firstSeen.isAfter(now) ? now : firstSeen,
        expected,
        openness,
        contacts.asOf(now),
        pause.map(rest -> rest.until().isAfter(latest) ? new Pause(rest.misses(), latest) : rest));
  }
}
