/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

/**
 * How to hear of more points, and to mix the network: what maintenance asks for when it is short of
 * connections, and when it has enough. All of it is called on the decisions' thread, returns at
 * once and never fails; what comes of it are points that become known, connections and events.
 */
public interface Outreach {

  /** Nobody is asked for anything. */
  Outreach NONE =
      new Outreach() {
        @Override
        public int askForPoints() {
          return 0;
        }

        @Override
        public void wakeDiscovery() {
          // There is none.
        }

        @Override
        public void proposeSwap() {
          // There is nobody to propose one to.
        }
      };

  /**
   * Asks every connected peer for points, but for those that say they are private. Asks nobody in
   * private mode, or while discovery is disabled.
   *
   * @return how many were asked; those whose outbox is full are not
   */
  int askForPoints();

  /** Has the beacon call out at once, if there is one, and listen for answers. */
  void wakeDiscovery();

  /**
   * Proposes to one peer to swap another for one of its own, if swaps are on, we are not private,
   * and there are two peers for it. To be called when a round of maintenance ends and the number of
   * connections is right.
   */
  void proposeSwap();
}
