/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.PeerMessage;

/**
 * Does what control messages ask for, or does not.
 *
 * @param <M> the application's messages
 */
@FunctionalInterface
public interface ControlDesk<M> {

  /**
   * A message came over a connection that still runs. Called on the decisions' thread, in the order
   * in which those of one kind came.
   */
  void take(PeerConnection<M> from, PeerMessage<M> message);
}
