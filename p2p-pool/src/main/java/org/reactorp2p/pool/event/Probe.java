/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Measures how long attempts to have a connection take. Called on the decisions' thread, so it must
 * be quick and never block; what it throws is logged and changes nothing. Messages never come by.
 */
@FunctionalInterface
public interface Probe {

  /** One attempt, from its begin to its end. */
  interface Span {

    /** Of no interest. */
    Span NONE = new Span() {};

    /** There is a link, and the handshake begins. */
    default void linked() {}

    /** It is over; called once, last. */
    default void ended(AttemptEnd end) {}

    /**
     * What those who work for the attempt, such as the transport, shall find in their context.
     *
     * @param context what its caller put there
     */
    default Context context(Context context) {
      return context;
    }
  }

  /**
   * An attempt begins.
   *
   * @param remote the point we dial, or the other end of the link that somebody opened
   * @param caller the context of who asked for it; empty if it was nobody
   */
  Span begin(Direction direction, Point remote, ContextView caller);
}
