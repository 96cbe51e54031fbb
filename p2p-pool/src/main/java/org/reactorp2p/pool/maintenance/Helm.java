/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.util.Optional;
import org.reactorp2p.pool.event.P2pEvent.Occasion;

/**
 * What is aimed at. Pure.
 *
 * @param bounds how many connections are wanted
 * @param steering what to aim at while nothing is urgent
 * @param own how many should be our own dials
 */
record Helm(Bounds bounds, Steering steering, int own) {

  static Helm of(Bounds bounds, MaintenanceConfig config) {
    int own = (int) (bounds.minTarget() * (long) config.ownPercent() / 100);
    return new Helm(bounds, config.steering(), own);
  }

  Level level(Turnout now) {
    return bounds.level(now.all());
  }

  Plan plan(Turnout now) {
    return Plan.of(now, bounds, steering, own);
  }

  /** Whether this number asks for a round at once: beyond the thresholds, or min and max. */
  Optional<Occasion> alarm(Turnout now) {
    boolean original = steering == Steering.THRESHOLDS;
    if (now.all() < (original ? bounds.min() : bounds.minThreshold())) {
      return Optional.of(Occasion.TOO_FEW);
    }
    return now.all() >= (original ? bounds.max() : bounds.maxThreshold() + 1)
        ? Optional.of(Occasion.TOO_MANY)
        : Optional.empty();
  }

  /** Whether all is as it should be. */
  boolean isContent(Turnout now) {
    return plan(now) instanceof Plan.Rest;
  }
}
