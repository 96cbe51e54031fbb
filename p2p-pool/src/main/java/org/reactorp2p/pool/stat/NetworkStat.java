/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.stat;

import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.pool.bandwidth.BandwidthStat;

/**
 * How a network stands: a picture, not a view. Sums only ever grow, from the moment the network was
 * built.
 *
 * @param connections those that run now
 * @param attempts those that have begun and not ended
 * @param traffic what all connections did so far, those that have ended included, and what waits in
 *     those that run
 * @param broadcasts what became so far of messages that were broadcast, one for each receiver
 * @param tables how full the tables were when somebody last asked for such a picture: they belong
 *     to the thread that decides, which looks after them when it has time
 * @param bandwidth what has flowed each way, handshakes included
 * @param eventsLost events that subscribers lost so far because they were too slow
 */
public record NetworkStat(
    Connections connections,
    Attempts attempts,
    ConnectionStat traffic,
    Broadcasts broadcasts,
    TableStat tables,
    BandwidthStat bandwidth,
    long eventsLost) {

  /**
   * Connections that run.
   *
   * @param inbound those that others opened
   * @param outbound those that we opened
   * @param privateNodes those of either with a peer that says it is private
   */
  public record Connections(int inbound, int outbound, int privateNodes) {

    /** All of them. */
    public int all() {
      return inbound + outbound;
    }
  }

  /**
   * Attempts to have a connection that are going on.
   *
   * @param inbound links that others opened, whose handshake has not ended
   * @param outbound dials, from the first packet to the last of the handshake
   */
  public record Attempts(int inbound, int outbound) {}

  /**
   * What became of messages for many.
   *
   * @param accepted queued to be sent
   * @param dropped lost because an outbox was full
   * @param ended meant for a connection that ended just then
   */
  public record Broadcasts(long accepted, long dropped, long ended) {}
}
