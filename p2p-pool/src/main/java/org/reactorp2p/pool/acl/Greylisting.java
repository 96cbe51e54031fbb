/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the greylist: they stay outside until it expires, unless we trust them.
 *
 * @param subject whom it is about
 * @param offence what for; empty when somebody asked for it
 * @param since when it began, or was renewed
 * @param until from this instant on it holds no more
 */
public record Greylisting(
    Subject subject, Optional<Offence> offence, Instant since, Instant until) {

  /** Whether it still holds. */
  public boolean holdsAt(Instant now) {
    return now.isBefore(until);
  }
}
