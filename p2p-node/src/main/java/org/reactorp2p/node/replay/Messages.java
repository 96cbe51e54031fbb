/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.Map;
import org.reactorp2p.core.wire.BodyShape;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;

/** The application that the recorded nodes ran: four tags. */
final class Messages {

  static final int PING = 0x10;
  static final int BIG_PING = 0x11;
  static final int BYTES = 0x20;
  static final int RAW = 0x21;

  static final int HASH_LENGTH = 32;

  private static final int MAX_BODY =
      WireLimits.MAX_MESSAGE_LENGTH - PeerMessageCodec.HEADER_LENGTH;
  private static final int MAX_CONTENT = MAX_BODY - 4;

  private static final MessageCodec<RawMessage> APPLICATION =
      RawMessage.codec(
          Map.of(
              PING, BodyShape.empty(),
              BIG_PING, BodyShape.listOf(HASH_LENGTH, MAX_CONTENT / HASH_LENGTH),
              BYTES, BodyShape.dynamic(MAX_CONTENT),
              RAW, BodyShape.opaque(MAX_BODY)));

  private Messages() {}

  /** All messages, cut as the limits say. */
  static PeerMessageCodec<RawMessage> codec(WireLimits limits) {
    return new PeerMessageCodec<>(APPLICATION, limits);
  }
}
