/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bodies as they are, once their shape was checked. */
final class RawMessageCodec implements MessageCodec<RawMessage> {

  /** Ascending, so that a look-up boxes nothing. */
  private final int[] tags;

  /** In the order of the tags. */
  private final BodyShape[] shapes;

  private final @Nullable BodyShape others;

  RawMessageCodec(Map<Integer, BodyShape> shapes, @Nullable BodyShape others) {
    var ascending = new TreeMap<>(shapes);
    ascending.keySet().forEach(ApplicationTag::require);
    this.tags = ascending.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.shapes = ascending.values().toArray(new BodyShape[0]);
    this.others = others;
  }

  @Override
  public int tag(RawMessage message) {
    return message.tag();
  }

  @Override
  public boolean knows(int tag) {
    return shapeOf(tag) != null;
  }

  @Override
  public int maxBodyLength(int tag) {
    return known(tag).maxLength();
  }

  @Override
  public void encodeBody(RawMessage message, WireWriter out) {
    out.bytes(message.body());
  }

  @Override
  public RawMessage decodeBody(int tag, WireReader body) {
    int start = body.offset();
    known(tag).check().accept(body);
    body.expectEnd();
    return new RawMessage(tag, body.bytesSince(start));
  }

  private BodyShape known(int tag) {
    BodyShape shape = shapeOf(tag);
    if (shape == null) {
      throw new IllegalArgumentException("unknown tag " + tag);
    }
    return shape;
  }

  private @Nullable BodyShape shapeOf(int tag) {
    int at = Arrays.binarySearch(tags, tag);
    if (at >= 0) {
      return shapes[at];
    }
    return ApplicationTag.isOne(tag) ? others : null;
  }
}
