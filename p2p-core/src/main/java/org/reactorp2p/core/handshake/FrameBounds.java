/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import org.reactorp2p.crypto.session.Opener;

/**
 * What the length field of the next frame may say, and what it means if it says something else.
 *
 * @param least the least length accepted
 * @param most the greatest; never much, so that a claim costs an attacker more than it costs us
 * @param untagged the breach of a length that a tag does not even fit in
 * @param outside the breach of any other length out of bounds
 */
record FrameBounds(int least, int most, Breach untagged, Breach outside) {

  /** The bounds of a frame in clear. */
  static FrameBounds ofClear(int least, int most, Breach outside) {
    return new FrameBounds(least, most, outside, outside);
  }

  /** The bounds of an encrypted frame, given those of its plaintext. */
  static FrameBounds ofPlaintext(int least, int most, Breach outside) {
    return new FrameBounds(
        Opener.TAG_LENGTH + least, Opener.TAG_LENGTH + most, Breach.SHORT_FRAME, outside);
  }

  boolean admit(int length) {
    return length >= least && length <= most;
  }

  /** The breach that a length which is not admitted is. */
  Breach breachOf(int length) {
    return length < Opener.TAG_LENGTH ? untagged : outside;
  }
}
