/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

/** How somebody means ill. */
public enum Malice {
  /** Accepts and dials, and says nothing. */
  MUTE,
  /** Accepts and dials, and says what nobody can read. */
  GARBAGE,
  /** Dials, and hangs up at once. */
  FICKLE
}
