/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.hash.Blake2b;

/** Holds an application message against what Octez printed of it: title, length, hash. */
final class DecodedBody {

  private static final Map<Integer, String> TITLES =
      Map.of(
          Messages.PING, "Ping",
          Messages.BIG_PING, "BigPing",
          Messages.BYTES, "Bytes",
          Messages.RAW, "Raw");

  /** Bytes of the length in front of a list or of bytes. */
  private static final int PREFIX = 4;

  private static final int DIGEST_LENGTH = 32;

  private DecodedBody() {}

  static void check(Field recorded, RawMessage ours) {
    recorded.get("tag").mustBe(ours.tag());
    recorded.get("title").mustBe(TITLES.getOrDefault(ours.tag(), "an unknown title"));
    switch (ours.tag()) {
      case Messages.PING -> recorded.requireOnly(Set.of("kind", "tag", "title"));
      case Messages.BIG_PING -> hashes(recorded, ours.body());
      default -> content(recorded, ours);
    }
  }

  private static void hashes(Field recorded, byte[] body) {
    recorded.requireOnly(Set.of("kind", "tag", "title", "hashes"));
    int count = (body.length - PREFIX) / Messages.HASH_LENGTH;
    Field hashes = recorded.get("hashes");
    if (hashes.isNumber()) {
      hashes.mustBe(count);
      return;
    }
    List<Field> items = hashes.items();
    if (items.size() != count) {
      throw hashes.wrong("recorded " + items.size() + " hashes, ours " + count);
    }
    for (int i = 0; i < count; i++) {
      int from = PREFIX + i * Messages.HASH_LENGTH;
      items.get(i).mustBeHex(Arrays.copyOfRange(body, from, from + Messages.HASH_LENGTH));
    }
  }

  private static void content(Field recorded, RawMessage ours) {
    recorded.requireOnly(Set.of("kind", "tag", "title", "content_length", "content_blake2b_256"));
    int from = ours.tag() == Messages.BYTES ? PREFIX : 0;
    byte[] content = Arrays.copyOfRange(ours.body(), from, ours.body().length);
    recorded.get("content_length").mustBe(content.length);
    recorded.get("content_blake2b_256").mustBeHex(Blake2b.hash(DIGEST_LENGTH, content));
  }
}
