/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.ArrayList;
import java.util.List;

/** An assembler and everything it told. */
final class Feeder {

  private final MessageAssembler<RawMessage> assembler;
  private final List<PeerMessage<RawMessage>> messages = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();

  Feeder(PeerMessageCodec<RawMessage> codec) {
    assembler = new MessageAssembler<>(codec);
  }

  Feeder feed(byte... piece) {
    assembler.feed(piece, 0, piece.length, this::told);
    return this;
  }

  Feeder feed(byte[] bytes, int offset, int length) {
    assembler.feed(bytes, offset, length, this::told);
    return this;
  }

  private void told(PeerMessage<RawMessage> message, int length) {
    messages.add(message);
    lengths.add(length);
  }

  MessageAssembler<RawMessage> assembler() {
    return assembler;
  }

  List<PeerMessage<RawMessage>> messages() {
    return messages;
  }

  List<Integer> lengths() {
    return lengths;
  }
}
