/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import org.reactorp2p.pool.connect.ArrivalRate;

/**
 * How many may be connected, and how many may be on their way in.
 *
 * @param maxConnections peers, those whose answer to our Ack we wait for included; never one more
 * @param maxUnauthenticated links that others opened to us and whose handshake has not ended; one
 *     more is hung up on
 * @param maxUnauthenticatedPerAddress the same from one address, so that one of them cannot keep
 *     all others out
 * @param maxDials dials that go on at once, from the first packet to the end of the handshake; the
 *     others wait for their turn
 * @param arrivals how often others may begin a handshake with us
 */
public record ConnectionLimits(
    int maxConnections,
    int maxUnauthenticated,
    int maxUnauthenticatedPerAddress,
    int maxDials,
    ArrivalRate arrivals) {

  /**
   * A hundred peers and twenty strangers, as the original; half of the latter per address; and
   * twenty dials, of which the original has any number.
   */
  public static final ConnectionLimits DEFAULT =
      new ConnectionLimits(100, 20, 10, 20, ArrivalRate.DEFAULT);

  /** Refuses limits that let nobody in, or contradict each other. */
  public ConnectionLimits {
    if (maxConnections < 1) {
      throw new IllegalArgumentException(
          "at least one connection must be allowed, not " + maxConnections);
    }
    if (maxDials < 1) {
      throw new IllegalArgumentException(
          "at least one dial at once must be allowed, not " + maxDials);
    }
    if (maxUnauthenticatedPerAddress < 1 || maxUnauthenticatedPerAddress > maxUnauthenticated) {
      throw new IllegalArgumentException(
          "need 1 <= unauthenticated connections per address <= unauthenticated connections, got "
              + maxUnauthenticatedPerAddress
              + " and "
              + maxUnauthenticated);
    }
  }

  /** The same with another number of peers. */
  public ConnectionLimits withMaxConnections(int peers) {
    return new ConnectionLimits(
        peers, maxUnauthenticated, maxUnauthenticatedPerAddress, maxDials, arrivals);
  }

  /** The same with other numbers of strangers. */
  public ConnectionLimits withMaxUnauthenticated(int strangers, int perAddress) {
    return new ConnectionLimits(maxConnections, strangers, perAddress, maxDials, arrivals);
  }

  /** The same with another number of dials. */
  public ConnectionLimits withMaxDials(int dials) {
    return new ConnectionLimits(
        maxConnections, maxUnauthenticated, maxUnauthenticatedPerAddress, dials, arrivals);
  }

  /** The same with another rate of arrivals. */
  public ConnectionLimits withArrivals(ArrivalRate rate) {
    return new ConnectionLimits(
        maxConnections, maxUnauthenticated, maxUnauthenticatedPerAddress, maxDials, rate);
  }
}
