/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/**
 * A whole report, as it is kept in a file.
 *
 * @param day when, as {@code 2026-11-23}
 * @param machine Java, processors and operating system
 * @param versions of the libraries that were measured
 * @param repeats how often each part ran
 */
record Results(
    String day, String machine, List<String> versions, int repeats, List<Section> sections) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  Results {
    versions = List.copyOf(versions);
    sections = List.copyOf(sections);
  }

  String toJson() {
    try {
      return MAPPER.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("figures that no file can keep", impossible);
    }
  }

  /** What {@link #toJson} wrote. */
  static Results ofJson(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, Results.class);
  }
}
