/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.scheduler.ByteRate;

/** How fast a swarm can be under its limits. Pure. */
record Pace(BandwidthLimits limits, Shape shape, int nodes) {

  /** The longest file that all nodes can broadcast in so many seconds; infinite without limits. */
  double bytesIn(double seconds) {
    return seconds
        * Math.min(shared(limits.upload(), shape.uploads(nodes)), shared(limits.download(), nodes));
  }

  /** What all broadcasts of a file of so many bytes take at least; 0 without limits. */
  double secondsFor(long bytes) {
    return bytes / bytesIn(1);
  }

  private static double shared(ByteRate limit, int times) {
    return limit.isUnlimited() ? Double.POSITIVE_INFINITY : (double) limit.bytesPerSecond() / times;
  }
}
