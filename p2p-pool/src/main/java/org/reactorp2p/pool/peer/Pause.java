/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Instant;

/**
 * For how long a point should be left alone.
 *
 * @param misses attempts in a row that came to nothing; 0 after a connection
 * @param until not dialled before, unless somebody asks for it by hand
 */
public record Pause(int misses, Instant until) {

  /** Refuses a negative number. */
  public Pause {
    if (misses < 0) {
      throw new IllegalArgumentException("no number of misses: " + misses);
    }
  }
}
