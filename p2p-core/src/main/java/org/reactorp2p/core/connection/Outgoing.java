/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import org.reactorp2p.core.wire.EncodedMessage;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.WireLimits;

/** An encoded message on its way out. */
sealed interface Outgoing {

  /** Bytes of the message, its own length included, before it is cut and sealed. */
  int length();

  /** The tag of the message, as long as it has not been sealed where it lies. */
  int tag();

  /**
   * Lays one frame of the message out, ready to be sealed.
   *
   * @param index counts the frames of the message from 0
   * @param at where in {@code out} the frame goes
   * @return the frame's length, with its header and the room for its tag
   */
  int layOutFrame(int index, WireLimits limits, byte[] out, int at);

  /** A message whose array nobody else holds: it may be sealed where it lies. */
  record Own(byte[] bytes, int offset, int length) implements Outgoing {

    @Override
    public int tag() {
      return PeerMessageCodec.tag(bytes, offset);
    }

    @Override
    public int layOutFrame(int index, WireLimits limits, byte[] out, int at) {
      int from = index * limits.framePlaintext();
      int piece = Math.min(limits.framePlaintext(), length - from);
      return FrameCodec.layOut(bytes, offset + from, piece, out, at);
    }

    /** True when the array is, to the byte, one frame that only lacks its header and its tag. */
    boolean isOneFrame(WireLimits limits) {
      return offset == FrameCodec.OVERHEAD
          && bytes.length == FrameCodec.OVERHEAD + length
          && length <= limits.framePlaintext();
    }
  }

  /** A message that other connections send too: only read. */
  record Shared(EncodedMessage message) implements Outgoing {

    @Override
    public int length() {
      return message.length();
    }

    @Override
    public int tag() {
      return message.tag();
    }

    @Override
    public int layOutFrame(int index, WireLimits limits, byte[] out, int at) {
      return message.layOutFrame(index, limits, out, at);
    }
  }
}
