/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How a line of the journal is written. Printable ASCII either way, and always one line. */
public enum JournalFormat {

  /** {@code 12:34:56.789 connected peer=id… direction=inbound …}, the time in UTC. */
  TEXT {
    @Override
    public String line(Instant at, Entry entry) {
      return entry.fields().entrySet().stream()
          .map(field -> field.getKey() + "=" + quoted(String.valueOf(field.getValue())))
          .collect(Collectors.joining(" ", CLOCK.format(at) + " " + entry.event() + " ", ""))
          .stripTrailing();
    }
  },

  /** One JSON object per line, with {@code time} and {@code event} first. */
  JSON {
    @Override
    public String line(Instant at, Entry entry) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("time", DateTimeFormatter.ISO_INSTANT.format(at));
      object.put("event", entry.event());
      entry.fields().forEach((name, value) -> object.put(name.replace('-', '_'), value));
      try {
        return MAPPER.writeValueAsString(object);
      } catch (JsonProcessingException never) {
        throw new IllegalStateException(never);
      }
    }
  };

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  public abstract String line(Instant at, Entry entry);

  /** In quotes where it holds a blank, so that fields can be told apart; no control characters. */
  private static String quoted(String value) {
    String safe =
        value
            .chars()
            .mapToObj(c -> c < ' ' || c > '~' || c == '"' ? "?" : Character.toString(c))
            .collect(Collectors.joining());
    return safe.isEmpty() || safe.indexOf(' ') >= 0 ? '"' + safe + '"' : safe;
  }
}
