/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.box.BoxCipher;

/** The numbers of the protocol. */
final class ConstantVectors {

  private static final String VERSIONS = "p2p_versions_supported";

  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "max_chunk_on_wire_after_header (encrypted_length max)", FrameCodec.MAX_PAYLOAD,
          "writer_max_encrypted_length", WireLimits.MAX_FRAME_PLAINTEXT + FrameCodec.TAG_LENGTH,
          "writer_max_plaintext_per_chunk (max_content_length)", WireLimits.MAX_FRAME_PLAINTEXT,
          "tag_length", FrameCodec.TAG_LENGTH,
          "header_length", FrameCodec.HEADER_LENGTH,
          "nonce_size", BoxCipher.NONCE_LENGTH,
          "max_message_size_bytes", WireLimits.MAX_MESSAGE_LENGTH,
          "nack_with_list_from_p2p_version", HandshakeConfig.NACK_WITH_POINTS_SINCE);

  private ConstantVectors() {}

  static void check(Field constants) {
    for (String name : constants.names()) {
      Integer ours = NUMBERS.get(name);
      if (ours != null) {
        constants.get(name).mustBe(ours);
      } else if (name.equals(VERSIONS)) {
        versions(constants.get(name));
      } else {
        throw constants.wrong("'" + name + "' is a constant that nobody knows");
      }
    }
  }

  private static void versions(Field field) {
    Set<Integer> ours = HandshakeConfig.of(ChainName.of("any")).p2pVersions();
    List<Field> items = field.items();
    Set<Integer> theirs = new TreeSet<>();
    items.forEach(item -> theirs.add(item.integer(0, Integer.MAX_VALUE)));
    if (!theirs.equals(ours) || items.size() != ours.size()) {
      throw field.wrong("recorded " + theirs + ", ours " + ours);
    }
  }
}
