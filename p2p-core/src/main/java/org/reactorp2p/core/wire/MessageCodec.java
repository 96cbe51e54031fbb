/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

/**
 * How the application's messages lie on the wire: which tags it has, how long the body under each
 * may be, and the bodies. Pure; any number of threads.
 *
 * <p>Ready-made ones: {@link #text}, {@link #bytes}, {@link RawMessage#codec}.
 *
 * @param <M> the application's messages
 */
public interface MessageCodec<M> {

  /** The message's tag, 0x0010 to 0xffff, one that {@link #knows}. */
  int tag(M message);

  /** Whether messages with this tag are understood. Others end the connection that sent them. */
  boolean knows(int tag);

  /**
   * Most bytes the body under this tag may have, tag and length not counted. A longer claim is
   * refused before the body arrives. Called only with tags that {@link #knows}.
   */
  int maxBodyLength(int tag);

  /**
   * Appends the body. Whatever it throws becomes an {@link UnencodableException} of the sender's
   * call.
   */
  void encodeBody(M message, WireWriter out);

  /**
   * Reads a body, all of it: what is left over is an error. Whatever it throws becomes a {@link
   * MalformedException}, and ends the connection. Must copy what it keeps of the bytes, as the
   * reader's methods do. Runs on the thread of the link, so it must not block or loop.
   */
  M decodeBody(int tag, WireReader body);

  /** One tag, whose body is a text in UTF-8 behind a 4-byte length of at most {@code maxBytes}. */
  static MessageCodec<String> text(int tag, int maxBytes) {
    return new TextCodec(tag, maxBytes);
  }

  /** One tag, whose body is bytes behind a 4-byte length of at most {@code maxBytes}. */
  static MessageCodec<byte[]> bytes(int tag, int maxBytes) {
    return new BytesCodec(tag, maxBytes);
  }
}
