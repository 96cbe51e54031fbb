/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.List;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;

/**
 *
 *
 * <pre>
 * 00                                 accept
 * 01  motive (int16)  length (4)  points    nack
 * FF                                 nack of version 0
 * </pre>
 */
final class AckCodec implements Codec<Ack> {

  private static final int ACCEPT = 0x00;
  private static final int NACK = 0x01;
  private static final int NACK_V0 = 0xff;

  @Override
  public void encode(Ack value, WireWriter out) {
    if (value instanceof Ack.Nack nack) {
      out.u8(NACK).u16(nack.motive().code());
      int begun = out.beginDynamic();
      PointList.encode(nack.points(), out);
      out.endDynamic(begun);
    } else {
      out.u8(value instanceof Ack.Accept ? ACCEPT : NACK_V0);
    }
  }

  @Override
  public Ack decode(WireReader in) {
    int offset = in.offset();
    int tag = in.u8();
    return switch (tag) {
      case ACCEPT -> new Ack.Accept();
      case NACK -> nack(in);
      case NACK_V0 -> new Ack.NackV0();
      default -> throw new MalformedException(Flaw.UNKNOWN_TAG, offset, "unknown ack tag " + tag);
    };
  }

  private static Ack.Nack nack(WireReader in) {
    var motive = new NackMotive(in.i16());
    int length = in.dynamicLength(Integer.MAX_VALUE);
    List<Point> points = PointList.decodeAll(in.slice(length));
    return new Ack.Nack(motive, points);
  }
}
