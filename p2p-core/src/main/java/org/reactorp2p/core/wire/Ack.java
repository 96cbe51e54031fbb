/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.List;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;

/** The last word of the handshake: yes or no. */
public sealed interface Ack {

  /** How it lies on the wire. */
  Codec<Ack> CODEC = new AckCodec();

  /** The answer to a peer: yes, as far as the sender is concerned. */
  record Accept() implements Ack {}

  /**
   * No, and why, and where else the peer may try. Understood by peers of p2p version 1 and later.
   *
   * @param motive why
   * @param points at most 100; copied
   */
  record Nack(NackMotive motive, List<Point> points) implements Ack {
    public Nack {
      points = PointList.checked(points);
    }
  }

  /** No, in the one byte a peer of p2p version 0 understands. */
  record NackV0() implements Ack {}
}
