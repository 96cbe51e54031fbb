/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.process;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.reactorp2p.node.cli.WorkFailedException;

/** Files and sockets, as far as the machine counts them. */
public final class Descriptors {

  /** For jars, event loops and whatever else is open beside the connections. */
  private static final int OTHERS = 200;

  private Descriptors() {}

  /** Open now; 0 where nobody knows. */
  public static long open() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  /** Says what to do when so many connections cannot be. */
  public static void require(int connections) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      require(connections, unix.getMaxFileDescriptorCount());
    }
  }

  static void require(int connections, long limit) {
    long needed = (long) connections + OTHERS;
    if (limit < needed) {
      throw new WorkFailedException(
          "a process may have %d descriptors here, and %d connections need %d: raise the limit"
                  .formatted(limit, connections, needed)
              + " ('ulimit -n "
              + needed
              + "' in this shell), or ask for fewer with --connections");
    }
  }
}
