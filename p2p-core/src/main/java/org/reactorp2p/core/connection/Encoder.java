/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.Arrays;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.WireWriter;

/**
 * Encodes messages into arrays that leave room in front for a frame's header and tag, so that a
 * large message is sealed where it was encoded.
 *
 * <p>It expects the next message to be as long as the last. When that holds, as in a bulk transfer,
 * nothing is copied and nothing wasted, and a large array is one of the {@link Spares} if there are
 * any. One per sender; not thread-safe.
 */
final class Encoder<M> {

  private static final int LEAST_GUESS = 64;

  private final PeerMessageCodec<M> codec;
  private final WireWriter writer = new WireWriter(0);
  private final int largestGuess;
  private int guess;

  /**
   * @param guess how long the first message may be; zero when nobody knows
   */
  Encoder(PeerMessageCodec<M> codec, int guess) {
    this.codec = codec;
    this.largestGuess = codec.limits().framePlaintext();
    this.guess = guess == 0 ? LEAST_GUESS : Math.min(guess, largestGuess);
  }

  /**
   * @throws org.reactorp2p.core.wire.UnencodableException when the codec fails or a limit is met
   */
  Outgoing.Own encode(M message) {
    begin();
    codec.encodeApplication(message, writer);
    return end();
  }

  /** As {@link #encode}, for a control message. */
  Outgoing.Own encodeControl(PeerMessage<M> message) {
    begin();
    codec.encode(message, writer);
    return end();
  }

  private void begin() {
    byte[] region = Spares.array(FrameCodec.OVERHEAD + guess);
    writer.over(region, FrameCodec.OVERHEAD, region.length, codec.limits().maxMessageLength());
  }

  private Outgoing.Own end() {
    byte[] bytes = writer.array();
    int length = writer.length();
    guess = Math.min(Math.max(length, 1), largestGuess);
    int start = writer.start();
    if (bytes.length > FrameCodec.OVERHEAD + 2 * length) {
      // The guess was far too high: a small message must not hold a large array in the outbox.
      return new Outgoing.Own(Arrays.copyOfRange(bytes, start, start + length), 0, length);
    }
    return new Outgoing.Own(bytes, start, length);
  }
}
