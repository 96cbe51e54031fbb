/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

/** Who has to go when a table of known points or peers is full. */
public enum EvictionPolicy {
  /**
   * As the original: points whose last miss is oldest, those never missed last; peers that were
   * created last. Whatever comes is taken, so that hearsay pushes out what was proven.
   */
  ORIGINAL,
  /**
   * A point pushes out none of which more is known than of itself, so hearsay none where somebody
   * went through a handshake; each teller has a share; and of the peers those go first with whom
   * there never was a connection.
   */
  GUARDED
}
