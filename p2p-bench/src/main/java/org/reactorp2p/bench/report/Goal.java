/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.report;

import java.util.Locale;

/**
 * A figure that must reach a limit; more is better.
 *
 * @param name words joined by hyphens, without blanks
 * @param measured what was reached
 * @param limit the least that will do
 */
public record Goal(String name, double measured, double limit) {

  public boolean met() {
    return measured >= limit; // false for NaN too
  }

  /** {@code goal NAME MEASURED LIMIT met}, or {@code … missed}. */
  public String line() {
    String verdict = met() ? "met" : "missed";
    return String.format(Locale.ROOT, "goal %s %.3f %.3f %s", name, measured, limit, verdict);
  }
}
