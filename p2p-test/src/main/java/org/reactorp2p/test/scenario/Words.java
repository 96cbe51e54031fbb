/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a scenario that are no nodes: times and percentages. */
final class Words {

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int MOST_QUOTED = 40;
  private static final Pattern PART = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
  private static final Pattern DURATION = Pattern.compile("(" + PART.pattern() + "){1,5}");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private Words() {}

  /** Reads {@code 90s}, {@code 1h30m}, {@code 100ms}: no sign, and no longer than a year. */
  static Duration duration(String text) {
    if (!DURATION.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no time; write 90s, 1h30m, 100ms or 2d".formatted(quoted(text)));
    }
    Duration sum = Duration.ZERO;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
    }
    if (sum.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("'%s' is longer than a year".formatted(quoted(text)));
    }
    return sum;
  }

  private static Duration unit(String name) {
    return Objects.requireNonNull(UNITS.get(name), name);
  }

  /** Reads {@code +2h} or {@code -90s}. */
  static Duration difference(String text) {
    boolean back = text.startsWith("-");
    if (!back && !text.startsWith("+")) {
      throw new IllegalArgumentException(
          "'%s' is no step of a clock; write +2h or -90s".formatted(quoted(text)));
    }
    Duration size = duration(text.substring(1));
    return back ? size.negated() : size;
  }

  /** Reads {@code 50%}. */
  static int percent(String text) {
    if (!text.matches("[0-9]{1,3}%") || Integer.parseInt(text.replace("%", "")) > 100) {
      throw new IllegalArgumentException(
          "'%s' is no share; write 0%% to 100%%".formatted(quoted(text)));
    }
    return Integer.parseInt(text.replace("%", ""));
  }

  /** The same as {@link #duration} reads it. */
  static String text(Duration time) {
    long millis = time.abs().toMillis();
    if (millis == 0) {
      return "0s";
    }
    StringBuilder text = new StringBuilder(time.isNegative() ? "-" : "");
    for (String unit : new String[] {"d", "h", "m", "s", "ms"}) {
      long length = unit(unit).toMillis();
      if (millis >= length) {
        text.append(millis / length).append(unit);
        millis %= length;
      }
    }
    return text.toString();
  }

  /** What somebody wrote, fit for a sentence. */
  static String quoted(String text) {
    String printable = text.replaceAll("[^ -~]", "?");
    return printable.length() <= MOST_QUOTED
        ? printable
        : printable.substring(0, MOST_QUOTED) + "...";
  }
}
