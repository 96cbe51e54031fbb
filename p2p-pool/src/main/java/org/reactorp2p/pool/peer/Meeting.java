/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Instant;

/**
 * That we had to do with somebody, and when.
 *
 * @param with for a point the peer that was there, for a peer where it was
 */
public record Meeting<W>(W with, Instant at) {

  /** The same, no later than this. */
  Meeting<W> asOf(Instant now) {
    return at.isAfter(now) ? new Meeting<>(with, now) : this;
  }
}
