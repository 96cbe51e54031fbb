/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Published test vectors, read from the resources. */
public final class Vectors {
  private Vectors() {}

  /** A group of what was recorded from Octez; never empty. */
  public static List<JsonNode> octez(String group) {
    return elements(read("/octez/crypto-vectors.json").path(group));
  }

  /** All X25519 tests of Wycheproof. */
  public static List<JsonNode> wycheproofX25519() {
    List<JsonNode> tests = new ArrayList<>();
    for (JsonNode group : read("/wycheproof/x25519_test.json").path("testGroups")) {
      tests.addAll(elements(group.path("tests")));
    }
    return tests;
  }

  /** The bytes that a field holds in hex. */
  public static byte[] bytes(JsonNode vector, String field) {
    return hex(vector.required(field).asText());
  }

  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("no vectors here");
    }
    return elements;
  }

  private static JsonNode read(String resource) {
    try (InputStream in = Vectors.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
