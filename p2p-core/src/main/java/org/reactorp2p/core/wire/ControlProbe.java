/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import org.reactorp2p.crypto.identity.PeerId;

/**
 * Judges a control message that is still arriving, field by field, so that a bad one is refused at
 * the field that is bad and not when the last byte came. Remembers how far it got: the work is
 * linear, however the message is cut. Keeps nothing; the message is decoded when it is whole.
 */
final class ControlProbe {

  /** Bytes of the message already judged good. */
  private int judged;

  private int points;

  void begin() {
    judged = PeerMessageCodec.HEADER_LENGTH;
    points = 0;
  }

  int judged() {
    return judged;
  }

  /**
   * Judges what has arrived.
   *
   * @param in stands behind the {@link #judged} bytes and ends where the message will end
   * @param arrived bytes of the message that are there
   */
  void advance(int tag, WireReader in, int arrived) {
    if (tag == PeerMessageCodec.ADVERTISE) {
      advertise(in, arrived);
    } else {
      swap(in, arrived);
    }
  }

  private void advertise(WireReader in, int arrived) {
    while (in.remaining() > 0) {
      PointList.refuseOneMore(points, in);
      if (!point(in, arrived)) {
        return;
      }
    }
  }

  private void swap(WireReader in, int arrived) {
    if (points == 0 && !point(in, arrived)) {
      return;
    }
    if (in.remaining() < PeerId.LENGTH || arrived - in.offset() >= PeerId.LENGTH) {
      in.skip(PeerId.LENGTH);
      in.expectEnd();
    }
  }

  private boolean point(WireReader in, int arrived) {
    if (in.remaining() >= Integer.BYTES && arrived - in.offset() < Integer.BYTES) {
      return false;
    }
    int length = PointCodec.decodeLength(in);
    if (arrived - in.offset() < length) {
      return false;
    }
    PointCodec.decodeText(in, length);
    judged = in.offset();
    points++;
    return true;
  }
}
