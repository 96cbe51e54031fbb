/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.core.wire.WireReader;
import org.reactorp2p.core.wire.WireWriter;

/** How a {@link Piece} lies on the wire. */
final class PieceCodec implements MessageCodec<Piece> {

  // offset  size  field
  //      0     2  origin
  //      2     4  index
  //      6     4  count
  //     10     ?  bytes, to the end
  private static final int HEADER = 2 + 4 + 4;

  private static final int TAG = WireLimits.FIRST_APPLICATION_TAG;

  /** Largest piece, in bytes. */
  static final int MAX_PIECE = 1 << 20;

  @Override
  public int tag(Piece piece) {
    return TAG;
  }

  @Override
  public boolean knows(int tag) {
    return tag == TAG;
  }

  @Override
  public int maxBodyLength(int tag) {
    return HEADER + MAX_PIECE;
  }

  @Override
  public void encodeBody(Piece piece, WireWriter out) {
    out.u16(piece.origin()).i32(piece.index()).i32(piece.count()).bytes(piece.bytes());
  }

  @Override
  public Piece decodeBody(int tag, WireReader body) {
    return new Piece(body.u16(), body.i32(), body.i32(), body.rest());
  }
}
