/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody decided to have nothing to do with these any more. Stronger than trust.
 *
 * @param subject whom it is about
 * @param reason for people; at most {@value #MAX_REASON} printable ASCII characters
 * @param author who decided; at most {@value #MAX_AUTHOR} printable ASCII characters
 * @param since when
 * @param until when it ends by itself; empty if never
 */
public record Ban(
    Subject subject, String reason, String author, Instant since, Optional<Instant> until) {

  /** Longest reason. */
  public static final int MAX_REASON = 200;

  /** Longest author. */
  public static final int MAX_AUTHOR = 60;

  /** Refuses what is too long, what could not be printed, and an end before the beginning. */
  public Ban {
    requirePrintable("a reason", reason, MAX_REASON);
    requirePrintable("an author", author, MAX_AUTHOR);
    if (until.isPresent() && until.get().isBefore(since)) {
      throw new IllegalArgumentException("a ban that begins " + since + " ended " + until.get());
    }
  }

  /** Whether it still holds. */
  public boolean holdsAt(Instant now) {
    return until.isEmpty() || now.isBefore(until.get());
  }

  private static void requirePrintable(String what, String text, int longest) {
    if (text.length() > longest || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          what + " has at most " + longest + " printable ASCII characters");
    }
  }
}
