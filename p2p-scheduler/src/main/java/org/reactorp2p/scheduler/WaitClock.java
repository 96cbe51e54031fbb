/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How long claims have waited altogether, those that still wait included, without visiting them: n
 * that wait since a, b, … have waited n × now − (a + b + …).
 */
final class WaitClock {

  private static final long NANOS_PER_MICRO = 1_000;

  private int waiting;
  private long micros; // of those that wait no more, less the sum of the others' beginnings

  void begin(long now) {
    waiting++;
    micros -= now / NANOS_PER_MICRO;
  }

  void end(long now) {
    waiting--;
    micros += now / NANOS_PER_MICRO;
  }

  int waiting() {
    return waiting;
  }

  Duration waited(long now) {
    return Duration.of(micros + waiting * (now / NANOS_PER_MICRO), ChronoUnit.MICROS);
  }
}
