/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

/** One tag, one dynamic value: a 4-byte length and as many bytes. */
final class BytesCodec implements MessageCodec<byte[]> {

  private final int tag;
  private final int maxBytes;

  BytesCodec(int tag, int maxBytes) {
    this.tag = ApplicationTag.require(tag);
    this.maxBytes = BodyShape.requireMax(maxBytes, 4);
  }

  @Override
  public int tag(byte[] message) {
    return tag;
  }

  @Override
  public boolean knows(int other) {
    return other == tag;
  }

  @Override
  public int maxBodyLength(int known) {
    return 4 + maxBytes;
  }

  @Override
  public void encodeBody(byte[] message, WireWriter out) {
    out.dynamicBytes(message);
  }

  @Override
  public byte[] decodeBody(int known, WireReader body) {
    return body.dynamicBytes(maxBytes);
  }
}
