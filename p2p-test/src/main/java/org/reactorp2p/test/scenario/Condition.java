/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

/** What may be expected of a node. */
public enum Condition {
  /** At least the minimum of connections. */
  MIN,
  /** Connections between the minimal and the maximal target of its maintenance. */
  BAND,
  /** A way over connections to every other running node. */
  REACHABLE,
  /** No connection at all. */
  ALONE
}
