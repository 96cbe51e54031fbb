/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import java.util.List;

/**
 * Whether a network does its work, as seen from outside of it.
 *
 * @param silence for how long the thread that decides owes an answer; none if it owes nothing
 * @param complaints what is wrong, a sentence each; empty if all is well
 */
public record Health(Duration silence, List<String> complaints) {

  public Health {
    complaints = List.copyOf(complaints);
  }

  /** Whether all is well. A process that is not up is best restarted by whoever watches it. */
  public boolean isUp() {
    return complaints.isEmpty();
  }
}
