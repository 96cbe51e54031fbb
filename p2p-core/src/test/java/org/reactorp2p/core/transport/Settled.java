/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.time.Duration;
import java.util.function.LongSupplier;
import reactor.core.publisher.Flux;

/** Waits until a number has stopped growing. */
public final class Settled {

  private static final Duration PROBE = Duration.ofMillis(25);
  private static final int ALIKE = 8;

  private Settled() {}

  /** The number, once it was above zero and the same for eight probes in a row. */
  public static long value(LongSupplier number) {
    return Flux.interval(PROBE)
        .map(tick -> number.getAsLong())
        .buffer(ALIKE, 1)
        .filter(probes -> probes.get(0) > 0 && probes.stream().distinct().count() == 1)
        .map(probes -> probes.get(0))
        .blockFirst(Ear.PATIENCE);
  }
}
