/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

/** The ways in which bytes can be wrong. A closed set, fit for a metric's label. */
public enum Flaw {
  /** A value wants more bytes than its surroundings have. */
  NOT_ENOUGH_DATA,
  /** Bytes are left after the last field. */
  EXTRA_BYTES,
  /** No message, or no variant, has this tag. */
  UNKNOWN_TAG,
  /** Something is longer than it may be. */
  SIZE_LIMIT,
  /** A list has more elements than it may have. */
  LIST_TOO_LONG,
  /** A number is outside its range. */
  INVALID_NUMBER,
  /** A value that cannot be: a point that is no point, a body its codec refuses. */
  INVALID_VALUE,
  /** An encrypted frame shorter than its tag: nothing to open, no reason to try. */
  FRAME_TOO_SHORT,
  /** Frame after frame without content. */
  EMPTY_FRAMES
}
