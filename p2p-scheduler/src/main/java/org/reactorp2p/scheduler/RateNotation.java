/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write a rate: a number, a unit that may be left out, and no "per second". */
final class RateNotation {

  private static final String UNLIMITED = "unlimited";

  /** No more digits than any rate needs, so that no text costs more than a glance. */
  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("(\\d{1,16}(?:\\.\\d{1,9})?)([A-Za-z]{0,3})(?:/s)?");

  private static final Map<String, Long> UNITS =
      Map.of(
          "", 1L,
          "B", 1L,
          "kB", 1_000L,
          "MB", 1_000_000L,
          "GB", 1_000_000_000L,
          "KiB", 1L << 10,
          "MiB", 1L << 20,
          "GiB", 1L << 30);

  private RateNotation() {}

  static ByteRate read(String text) {
    if (text.equals(UNLIMITED)) {
      return ByteRate.UNLIMITED;
    }
    Matcher parts = NUMBER_AND_UNIT.matcher(text);
    Long unit = parts.matches() ? UNITS.get(parts.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(
          "'"
              + shown(text)
              + "' is no rate: write bytes per second as 2MiB, 512KiB, 1.5MB or 250000,"
              + " or unlimited");
    }
    BigDecimal bytes = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit));
    try {
      return ByteRate.of(bytes.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
    } catch (ArithmeticException tooMuch) {
      throw ByteRate.refused(text);
    }
  }

  /** The text as a message may show it: short, and on one line. */
  private static String shown(String text) {
    String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() <= 40 ? printable : printable.substring(0, 40) + "...";
  }
}
