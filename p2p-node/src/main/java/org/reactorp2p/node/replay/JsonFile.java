/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reactorp2p.node.cli.BadInputException;

/** Reads a file of JSON, no larger than makes sense, and nothing sloppy in it. */
final class JsonFile {

  /** A message of 100 MiB, in hex, three times over. */
  private static final long MAX_SIZE = 700L << 20;

  private static final int MAX_TEXT = 400 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(MAX_TEXT).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonFile() {}

  /**
   * Reads it.
   *
   * @throws BadInputException if there is no such file, or it is too large, or it is no JSON
   */
  static Field read(Path file) {
    try {
      long size = Files.size(file);
      if (size > MAX_SIZE) {
        throw new BadInputException(
            "has " + size + " bytes, more than any recording; give another file");
      }
      return parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BadInputException(
          "cannot be read; check the path, and that it is a file you may read", e);
    }
  }

  /**
   * Reads what is in a file.
   *
   * @throws BadInputException if it is no JSON; says where
   */
  static Field parse(byte[] content) {
    try {
      JsonNode node = MAPPER.readTree(content);
      return new Field("", node);
    } catch (JsonProcessingException e) {
      throw new BadInputException("is no JSON" + placeOf(e) + ": " + firstLine(e), e);
    } catch (IOException e) {
      throw new BadInputException("is no text in UTF-8", e);
    }
  }

  private static String placeOf(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : ": at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private static String firstLine(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("damaged");
  }
}
