/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.WireReader;
import org.reactorp2p.crypto.session.Opener;
import org.reactorp2p.crypto.session.Sealer;

/** The two halves of a session's keys, and the frames made with them. */
record Keys(Sealer sealer, Opener opener) {

  /** A frame with this plaintext in it. */
  byte[] seal(byte[] plaintext) {
    byte[] frame = new byte[FrameCodec.OVERHEAD + plaintext.length];
    FrameCodec.putSealedLength(frame, 0, plaintext.length);
    System.arraycopy(plaintext, 0, frame, FrameCodec.OVERHEAD, plaintext.length);
    sealer.seal(frame, FrameCodec.HEADER_LENGTH, plaintext.length);
    return frame;
  }

  /**
   * Opens a whole frame in place.
   *
   * @return a reader of its plaintext
   * @throws org.reactorp2p.crypto.session.DecipherException if it is not genuine
   */
  WireReader open(byte[] frame) {
    int boxLength = frame.length - FrameCodec.HEADER_LENGTH;
    int length = opener.open(frame, FrameCodec.HEADER_LENGTH, boxLength);
    return WireReader.of(frame, FrameCodec.OVERHEAD, length);
  }

  void wipe() {
    sealer.close();
    opener.close();
  }
}
