/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import org.reactorp2p.core.model.Opaque;
import org.reactorp2p.core.model.RemoteMetadata;
import org.reactorp2p.core.wire.MalformedException;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.WireReader;

/**
 * What we say of ourselves in a handshake, and how both sides say such things.
 *
 * @param codec the same on both sides
 * @param value ours
 * @param <C> what a node says of itself
 */
public record OwnMetadata<C>(MetadataCodec<C> codec, C value) {

  /** Refuses bounds that make no sense, and a value that peers would refuse. */
  public OwnMetadata {
    if (codec.minLength() < 0
        || codec.minLength() > codec.maxLength()
        || codec.maxLength() > MetadataCodec.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "connection metadata needs 0 <= shortest <= longest <= %d bytes, not %d and %d"
              .formatted(MetadataCodec.MAX_LENGTH, codec.minLength(), codec.maxLength()));
    }
    int length = codec.toBytes(value).length;
    if (length < codec.minLength() || length > codec.maxLength()) {
      throw new IllegalArgumentException(
          "our connection metadata takes %d bytes, but peers expect %d to %d"
              .formatted(length, codec.minLength(), codec.maxLength()));
    }
  }

  /** The same, asking others to keep our address to themselves. */
  public OwnMetadata<C> keptPrivate() {
    return new OwnMetadata<>(codec, codec.keptPrivate(value));
  }

  /** As peers hear it. */
  public RemoteMetadata asHeard() {
    return new RemoteMetadata(Opaque.of(encoded()), codec.isPrivate(value));
  }

  byte[] encoded() {
    return codec.toBytes(value);
  }

  FrameBounds bounds() {
    return FrameBounds.ofPlaintext(codec.minLength(), codec.maxLength(), Breach.MALFORMED_METADATA);
  }

  /**
   * What the peer says of itself.
   *
   * @throws MalformedException if it is nothing that may be said; whatever else the application's
   *     code throws about it goes through
   */
  RemoteMetadata read(WireReader in) {
    byte[] content = in.rest();
    C said = codec.ofBytes(content);
    return new RemoteMetadata(Opaque.of(content), codec.isPrivate(said));
  }
}
