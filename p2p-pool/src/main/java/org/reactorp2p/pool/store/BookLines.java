/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Lines of JSON, one object each, as small and as flat as ours are. */
final class BookLines {

  private static final int MAX_DEPTH = 8;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private BookLines() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** One line without its end. */
  static String text(ObjectNode object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException(never);
    }
  }

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it is no JSON object
   */
  static JsonNode parse(ByteBuffer line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(line).toString();
      JsonNode node = JSON.readTree(text);
      if (!node.isObject()) {
        throw new IllegalArgumentException("a line is not a JSON object");
      }
      return node;
    } catch (JsonProcessingException | CharacterCodingException notOurs) {
      throw new IllegalArgumentException("a line is not JSON", notOurs);
    }
  }
}
