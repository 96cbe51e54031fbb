/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import org.reactorp2p.core.wire.WireLimits;
import reactor.core.scheduler.Scheduler;

/**
 * What all connections of a network share.
 *
 * @param config the bounds of each
 * @param budget the memory for unfinished messages of all
 * @param timer counts the time for stalls and drains; its tasks are tiny and never block
 */
public record ConnectionContext(ConnectionConfig config, AssemblyBudget budget, Scheduler timer) {

  /**
   * The memory that one connection may cost, in bytes, as a sum of its bounds: both mailboxes and
   * the control mailbox with one message more each, one chunk and one frame coming in, and one
   * batch going out. Unfinished messages longer than a frame come on top, out of the shared {@link
   * AssemblyBudget}.
   *
   * @param largestMessage the longest message the application's codec allows
   */
  public long memoryPerConnection(int largestMessage) {
    return config.inbox().maxBytes()
        + config.outbox().maxBytes()
        + config.control().maxBytes()
        + 2L * largestMessage
        + 4L * WireLimits.MAX_FRAME_SIZE;
  }
}
