/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

/** What happened between us and a point or a peer, one line of its history. */
public enum ContactKind {
  /** We dialled. */
  REQUESTED,
  /** We said yes. */
  ACCEPTING,
  /** We said no. */
  REJECTING,
  /** Nothing came of it: nobody there, no answer, or the answer no. */
  REJECTED,
  /** We gave the attempt up ourselves; held against nobody. */
  WITHDRAWN,
  /** A connection came about. */
  ESTABLISHED,
  /** It ended. */
  DISCONNECTED
}
