/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import org.reactorp2p.pool.store.KeptBook;

/**
 * Where a network writes down whom it knows, trusts and keeps out, and how often; once more when it
 * stops.
 *
 * @param book nobody else's while the network runs; stays the caller's
 * @param interval between two savings, so that little is lost if the process is killed; a second to
 *     a day
 */
public record BookKeeping(KeptBook book, Duration interval) {

  /** As often as it is usually done. */
  public static final Duration USUAL = Duration.ofMinutes(2);

  /** Refuses what is too often or hardly ever. */
  public BookKeeping {
    if (interval.compareTo(Duration.ofSeconds(1)) < 0
        || interval.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "the peer book is saved every second to every day, not every " + interval);
    }
  }
}
