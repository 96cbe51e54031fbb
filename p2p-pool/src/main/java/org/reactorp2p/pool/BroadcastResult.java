/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

/**
 * What became of a broadcast. Accepted means queued to be sent; whether it arrives, nobody knows.
 *
 * @param accepted connections that took it
 * @param dropped connections whose outbox was full, so that they miss it
 * @param ended connections that ended just then
 */
public record BroadcastResult(int accepted, int dropped, int ended) {

  /** Connections it was meant for. */
  public int addressed() {
    return accepted + dropped + ended;
  }
}
