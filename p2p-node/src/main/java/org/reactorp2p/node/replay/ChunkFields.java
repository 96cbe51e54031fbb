/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.Arrays;
import org.reactorp2p.core.wire.FrameCodec;

/** The recorded fields of one encrypted frame. */
record ChunkFields(Field recorded, byte[] raw) {

  void check(Chunk chunk, int index, byte[] nonce) {
    int tag = chunk.offset() + FrameCodec.HEADER_LENGTH;
    recorded.get("index").mustBe(index);
    recorded.get("offset").mustBe(chunk.offset());
    recorded.get("encrypted_length").mustBe(FrameCodec.payloadLength(raw, chunk.offset()));
    recorded.get("nonce").mustBeHex(nonce);
    recorded.get("tag").mustBeHex(Arrays.copyOfRange(raw, tag, tag + FrameCodec.TAG_LENGTH));
    recorded.get("plaintext_length").mustBe(chunk.plaintext().length);
    recorded.get("plaintext").mustBeHex(chunk.plaintext());
  }
}
