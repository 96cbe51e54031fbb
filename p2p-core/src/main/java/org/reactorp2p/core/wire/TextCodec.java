/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

/** One tag, one dynamic value: a 4-byte length and as many bytes. */
final class TextCodec implements MessageCodec<String> {

  private final int tag;
  private final int maxBytes;

  TextCodec(int tag, int maxBytes) {
    this.tag = ApplicationTag.require(tag);
    this.maxBytes = BodyShape.requireMax(maxBytes, 4);
  }

  @Override
  public int tag(String message) {
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
  public void encodeBody(String message, WireWriter out) {
    out.dynamicText(message);
  }

  @Override
  public String decodeBody(int known, WireReader body) {
    return body.dynamicText(maxBytes);
  }
}
