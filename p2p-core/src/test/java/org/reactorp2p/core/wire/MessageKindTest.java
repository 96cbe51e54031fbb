/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

class MessageKindTest {

  private static final Point POINT = Point.parse("10.0.0.1:9732");
  private static final PeerId PEER = PeerId.of(new byte[PeerId.LENGTH]);

  @Test
  void a_message_and_its_tag_are_of_one_kind() {
    var codec = new PeerMessageCodec<>(MessageCodec.text(0x0010, 100), WireLimits.DEFAULT);
    Map<MessageKind, PeerMessage<String>> messages =
        Map.of(
            MessageKind.DISCONNECT, new PeerMessage.Disconnect<>(),
            MessageKind.BOOTSTRAP, new PeerMessage.Bootstrap<>(),
            MessageKind.ADVERTISE, new PeerMessage.Advertise<>(List.of(POINT)),
            MessageKind.SWAP_REQUEST, new PeerMessage.SwapRequest<>(POINT, PEER),
            MessageKind.SWAP_ACK, new PeerMessage.SwapAck<>(POINT, PEER),
            MessageKind.APPLICATION, new PeerMessage.Application<>("text"));
    assertThat(messages).containsOnlyKeys(MessageKind.values());
    messages.forEach(
        (kind, message) -> {
          assertThat(MessageKind.of(message)).isEqualTo(kind);
          assertThat(MessageKind.ofTag(codec.encode(message).tag())).isEqualTo(kind);
        });
  }
}
