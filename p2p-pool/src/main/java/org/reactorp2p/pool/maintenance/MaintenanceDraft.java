/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.time.Duration;
import java.util.Optional;
import org.reactorp2p.pool.peer.Backoff;

/** A {@link MaintenanceConfig} of which one component is being replaced. */
final class MaintenanceDraft {

  Optional<Duration> interval;
  Optional<Bounds> bounds;
  Steering steering;
  int ownPercent;
  CandidatePolicy candidates;
  VictimPolicy victims;
  Impatience impatience;
  DialPace pace;
  Backoff search;

  MaintenanceDraft(MaintenanceConfig from) {
    interval = from.interval();
    bounds = from.bounds();
    steering = from.steering();
    ownPercent = from.ownPercent();
    candidates = from.candidates();
    victims = from.victims();
    impatience = from.impatience();
    pace = from.pace();
    search = from.search();
  }

  MaintenanceConfig finished() {
    return new MaintenanceConfig(
        interval, bounds, steering, ownPercent, candidates, victims, impatience, pace, search);
  }
}
