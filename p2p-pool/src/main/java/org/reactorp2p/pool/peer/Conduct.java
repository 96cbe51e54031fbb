/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Duration;

/**
 * What a peer was like, as far as this layer can tell.
 *
 * @param useful bytes of the application's messages that it sent us
 * @param connected how long we were connected, all together
 * @param handshake how long the last one took; zero if there was none
 * @param refusals how often it refused us since we were connected
 * @param decodeErrors how often it said, under its own key, what no peer of ours says; one less for
 *     every connection without
 */
public record Conduct(
    long useful, Duration connected, Duration handshake, int refusals, int decodeErrors) {

  /** Nothing was seen of it yet. */
  public static final Conduct NONE = new Conduct(0, Duration.ZERO, Duration.ZERO, 0, 0);

  /** Refuses what cannot have been seen. */
  public Conduct {
    if (useful < 0
        || connected.isNegative()
        || handshake.isNegative()
        || refusals < 0
        || decodeErrors < 0) {
      throw new IllegalArgumentException("nobody is connected or errs less than never");
    }
  }

  /** Both took each other, after a handshake that took so long. */
  public Conduct welcomed(Duration took) {
    return new Conduct(useful, connected, took, 0, decodeErrors);
  }

  /** Having been connected for so long, and having sent so much. */
  public Conduct during(Duration time, long bytes) {
    return new Conduct(
        saturated(useful, bytes), connected.plus(time), handshake, refusals, decodeErrors);
  }

  /** Having refused us. */
  public Conduct refused() {
    return new Conduct(useful, connected, handshake, oneMore(refusals), decodeErrors);
  }

  /** Having said what no peer says. */
  public Conduct erred() {
    return new Conduct(useful, connected, handshake, refusals, oneMore(decodeErrors));
  }

  /** Having gone without an error. */
  public Conduct forgiven() {
    return new Conduct(useful, connected, handshake, refusals, Math.max(0, decodeErrors - 1));
  }

  private static int oneMore(int count) {
    return count == Integer.MAX_VALUE ? count : count + 1;
  }

  private static long saturated(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
