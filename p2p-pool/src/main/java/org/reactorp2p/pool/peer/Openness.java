/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

/** Whether a point may be told to others. */
public enum Openness {
  /** Nobody there has told us yet: it is not told. */
  UNKNOWN,
  /** Whoever is there does not mind. */
  PUBLIC,
  /** Whoever is there does not want it. */
  PRIVATE
}
