/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.reactorp2p.pool.peer.ContactKind;
import org.reactorp2p.pool.peer.Contacts;
import org.reactorp2p.pool.peer.HistoryEntry;
import org.reactorp2p.pool.peer.Meeting;

/**
 * What lines about points and lines about peers have in common. Whatever is not of the right form
 * is an {@link IllegalArgumentException} or a {@link java.time.DateTimeException}.
 */
final class BookFields {

  /** Of one line; more is not read. */
  private static final int MAX_HISTORY = 100;

  private BookFields() {}

  static String required(JsonNode line, String name) {
    return text(line, name)
        .orElseThrow(() -> new IllegalArgumentException("a line lacks '" + name + "'"));
  }

  static Optional<String> text(JsonNode line, String name) {
    JsonNode value = line.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException("'" + name + "' is not text");
    }
    return Optional.of(value.textValue());
  }

  static Optional<Instant> instant(JsonNode line, String name) {
    return text(line, name).map(Instant::parse);
  }

  static Instant requiredInstant(JsonNode line, String name) {
    return Instant.parse(required(line, name));
  }

  static <W> void putContacts(ObjectNode line, Contacts<W> contacts) {
    contacts.failed().ifPresent(at -> line.put("failed", at.toString()));
    putMeeting(line, "rejected", contacts.rejected());
    putMeeting(line, "established", contacts.established());
    putMeeting(line, "disconnected", contacts.disconnected());
  }

  private static <W> void putMeeting(ObjectNode line, String name, Optional<Meeting<W>> meeting) {
    meeting.ifPresent(
        met -> line.putArray(name).add(met.with().toString()).add(met.at().toString()));
  }

  static <W> Contacts<W> contacts(JsonNode line, Function<String, W> whom) {
    return new Contacts<>(
        instant(line, "failed"),
        meeting(line, "rejected", whom),
        meeting(line, "established", whom),
        meeting(line, "disconnected", whom));
  }

  private static <W> Optional<Meeting<W>> meeting(
      JsonNode line, String name, Function<String, W> whom) {
    JsonNode pair = line.get(name);
    if (pair == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Meeting<>(whom.apply(element(pair, 0)), Instant.parse(element(pair, 1))));
  }

  static <W> void putHistory(ObjectNode line, List<HistoryEntry<W>> history) {
    if (history.isEmpty()) {
      return;
    }
    ArrayNode entries = line.putArray("history");
    for (HistoryEntry<W> entry : history) {
      ArrayNode one = entries.addArray().add(entry.kind().name()).add(entry.at().toString());
      entry.with().ifPresent(with -> one.add(with.toString()));
    }
  }

  static <W> List<HistoryEntry<W>> history(JsonNode line, Function<String, W> whom) {
    List<HistoryEntry<W>> history = new ArrayList<>();
    for (JsonNode one : line.path("history")) {
      if (history.size() == MAX_HISTORY) {
        throw new IllegalArgumentException("a history is too long");
      }
      history.add(
          new HistoryEntry<>(
              ContactKind.valueOf(element(one, 0)),
              Instant.parse(element(one, 1)),
              one.size() > 2 ? Optional.of(whom.apply(element(one, 2))) : Optional.empty()));
    }
    return history;
  }

  private static String element(JsonNode array, int index) {
    JsonNode value = array.path(index);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("an element of a list is not text");
    }
    return value.textValue();
  }
}
