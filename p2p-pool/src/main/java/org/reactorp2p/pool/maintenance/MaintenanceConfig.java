/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.reactorp2p.pool.peer.Backoff;

/**
 * How the number of connections is kept right.
 *
 * @param interval how long until the next round when nothing happens; empty for no maintenance
 * @param bounds how many are wanted; empty for {@link Bounds#upTo} as many as are allowed
 * @param steering what to aim at while nothing is urgent
 * @param ownPercent how many percent of the lower target should be connections that we dialled
 *     ourselves, so that nobody chooses all our peers by dialling us
 * @param candidates whom to dial
 * @param victims whom to let go
 * @param impatience whom to dial early when there are too few
 * @param pace how fast
 * @param search how long to wait for news when there are too few and nobody is left to dial
 */
public record MaintenanceConfig(
    Optional<Duration> interval,
    Optional<Bounds> bounds,
    Steering steering,
    int ownPercent,
    CandidatePolicy candidates,
    VictimPolicy victims,
    Impatience impatience,
    DialPace pace,
    Backoff search) {

  /** The original's interval. */
  public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(2);

  private static final Duration LONGEST_INTERVAL = Duration.ofDays(365);

  /** Ours: steers to the targets, keeps half of the least number its own, spreads out. */
  public static final MaintenanceConfig DEFAULT =
      new MaintenanceConfig(
          Optional.of(DEFAULT_INTERVAL),
          Optional.empty(),
          Steering.TARGETS,
          50,
          CandidatePolicy.DIVERSE,
          VictimPolicy.PROTECTIVE,
          Impatience.DEFAULT,
          DialPace.DEFAULT,
          new Backoff(Duration.ofSeconds(1), 1.5, Duration.ofSeconds(8), 0.25));

  /** The original's way in everything, for comparison. */
  public static final MaintenanceConfig ORIGINAL =
      new MaintenanceConfig(
          Optional.of(DEFAULT_INTERVAL),
          Optional.empty(),
          Steering.THRESHOLDS,
          0,
          CandidatePolicy.ORIGINAL,
          VictimPolicy.ORIGINAL,
          Impatience.NONE,
          DialPace.FASTEST,
          new Backoff(Duration.ofSeconds(5), 1, Duration.ofSeconds(5), 0));

  /** No maintenance: connections come from those who dial us, and from what is named by hand. */
  public static final MaintenanceConfig OFF =
      DEFAULT.changed(draft -> draft.interval = Optional.empty());

  /** Refuses what is no interval, and no percentage. */
  public MaintenanceConfig {
    interval.ifPresent(MaintenanceConfig::requireInterval);
    if (ownPercent < 0 || ownPercent > 100) {
      throw new IllegalArgumentException(
          "the part that we dial ourselves is 0 to 100 percent, not " + ownPercent);
    }
  }

  private static void requireInterval(Duration interval) {
    if (interval.compareTo(Duration.ofSeconds(1)) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          "the interval of maintenance is between a second and a year, not " + interval);
    }
  }

  /** The same at another interval. */
  public MaintenanceConfig withInterval(Duration other) {
    return changed(draft -> draft.interval = Optional.of(other));
  }

  /** The same with other bounds. */
  public MaintenanceConfig withBounds(Bounds other) {
    return changed(draft -> draft.bounds = Optional.of(other));
  }

  /** The same, aiming at something else. */
  public MaintenanceConfig withSteering(Steering other) {
    return changed(draft -> draft.steering = other);
  }

  /** The same with another part of own connections, in percent. */
  public MaintenanceConfig withOwnPercent(int percent) {
    return changed(draft -> draft.ownPercent = percent);
  }

  /** The same, dialling others. */
  public MaintenanceConfig withCandidates(CandidatePolicy other) {
    return changed(draft -> draft.candidates = other);
  }

  /** The same, letting others go. */
  public MaintenanceConfig withVictims(VictimPolicy other) {
    return changed(draft -> draft.victims = other);
  }

  /** The same with another patience. */
  public MaintenanceConfig withImpatience(Impatience other) {
    return changed(draft -> draft.impatience = other);
  }

  /** The same, faster or slower. */
  public MaintenanceConfig withPace(DialPace other) {
    return changed(draft -> draft.pace = other);
  }

  /** The same, waiting longer or shorter for news. */
  public MaintenanceConfig withSearch(Backoff other) {
    return changed(draft -> draft.search = other);
  }

  private MaintenanceConfig changed(Consumer<MaintenanceDraft> change) {
    var draft = new MaintenanceDraft(this);
    change.accept(draft);
    return draft.finished();
  }
}
