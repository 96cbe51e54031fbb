/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people type them: a whole number and a unit, such as {@code 90s} or {@code 7d}. */
public final class TimeText {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(s|m|h|d)");

  private TimeText() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static Duration parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a time is a number with s, m, h or d behind it, such as 90s, 10m, 2h or 7d");
    }
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
