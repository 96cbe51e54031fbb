/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.AddressBlock;
import org.reactorp2p.pool.peer.Conduct;
import org.reactorp2p.pool.peer.ContactKind;
import org.reactorp2p.pool.peer.Contacts;
import org.reactorp2p.pool.peer.HistoryEntry;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.Meeting;
import org.reactorp2p.pool.peer.Remembered;

/** One element of Octez's list of peers. */
final class OctezPeerJson {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'-00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private OctezPeerJson() {}

  static OctezPeer parse(JsonNode json) {
    Optional<String> counters =
        Optional.ofNullable(json.get("peer_metadata"))
            .map(JsonNode::toString)
            .filter(text -> text.length() <= KnownPeer.MAX_COUNTERS);
    var known =
        new KnownPeer(
            PeerId.parse(BookFields.required(json, "peer_id")),
            instant(json.path("created")),
            new Contacts<>(
                meeting(json, "last_failed_connection").map(Meeting::at),
                meeting(json, "last_rejected_connection"),
                meeting(json, "last_established_connection"),
                meeting(json, "last_disconnection")),
            Conduct.NONE,
            Optional.empty(),
            counters);
    return new OctezPeer(
        new Remembered<>(known, history(json.path("events"))), json.path("trusted").booleanValue());
  }

  private static Optional<Meeting<IdPoint>> meeting(JsonNode json, String name) {
    return Optional.ofNullable(json.get(name))
        .map(pair -> new Meeting<>(idPoint(pair.path(0)), instant(pair.path(1))));
  }

  private static List<HistoryEntry<IdPoint>> history(JsonNode events) {
    List<HistoryEntry<IdPoint>> history = new ArrayList<>();
    for (JsonNode event : events) {
      history.add(
          new HistoryEntry<>(
              kind(BookFields.required(event, "kind")),
              instant(event.path("timestamp")),
              Optional.of(idPoint(event))));
    }
    return history;
  }

  private static IdPoint idPoint(JsonNode json) {
    String text = BookFields.required(json, "addr");
    InetAddress address = AddressBlock.parse(text.replace("[", "").replace("]", "")).first();
    int port = json.path("port").asInt(0);
    return new IdPoint(address, port == 0 ? OptionalInt.empty() : OptionalInt.of(port));
  }

  /** A text of RFC 3339, or seconds since the epoch. */
  private static Instant instant(JsonNode json) {
    if (json.isIntegralNumber()) {
      return Instant.ofEpochSecond(json.longValue());
    }
    if (!json.isTextual()) {
      throw new IllegalArgumentException("a time is missing");
    }
    // An unknown local offset, which for all others is UTC.
    String text = json.textValue().replaceFirst("-00:00$", "Z");
    return OffsetDateTime.parse(text).toInstant();
  }

  private static ContactKind kind(String name) {
    return switch (name) {
      case "incoming_request" -> ContactKind.ACCEPTING;
      case "rejecting_request" -> ContactKind.REJECTING;
      case "request_rejected" -> ContactKind.REJECTED;
      case "connection_established" -> ContactKind.ESTABLISHED;
      case "disconnection", "external_disconnection" -> ContactKind.DISCONNECTED;
      default -> throw new IllegalArgumentException("an event is of no known kind");
    };
  }

  private static String nameOf(ContactKind kind) {
    return switch (kind) {
      case REQUESTED, ACCEPTING -> "incoming_request";
      case REJECTING -> "rejecting_request";
      case REJECTED, WITHDRAWN -> "request_rejected";
      case ESTABLISHED -> "connection_established";
      case DISCONNECTED -> "external_disconnection";
    };
  }

  static ObjectNode of(OctezPeer peer) {
    KnownPeer known = peer.peer().known();
    ObjectNode json = BookLines.object();
    json.put("peer_id", known.id().toString());
    json.put("created", text(known.created()));
    json.put("trusted", peer.trusted());
    json.set(
        "peer_metadata",
        known.octezCounters().flatMap(OctezMetadata::parse).orElseGet(OctezMetadata::empty));
    ArrayNode events = json.putArray("events");
    for (HistoryEntry<IdPoint> line : peer.peer().history()) {
      ObjectNode event = events.addObject().put("kind", nameOf(line.kind()));
      event.put("timestamp", text(line.at()));
      line.with().ifPresent(where -> put(event, where));
    }
    put(json, "last_rejected_connection", known.contacts().rejected());
    put(json, "last_established_connection", known.contacts().established());
    put(json, "last_disconnection", known.contacts().disconnected());
    return json;
  }

  private static void put(ObjectNode json, String name, Optional<Meeting<IdPoint>> meeting) {
    meeting.ifPresent(
        met -> {
          ArrayNode pair = json.putArray(name);
          put(pair.addObject(), met.with());
          pair.add(text(met.at()));
        });
  }

  /** Octez knows IPv4 addresses only as IPv6 ones that stand for them. */
  private static void put(ObjectNode json, IdPoint where) {
    String address = AddressBlock.of(where.address()).toString();
    json.put("addr", where.address() instanceof Inet4Address ? "::ffff:" + address : address);
    where.port().ifPresent(port -> json.put("port", port));
  }

  private static String text(Instant at) {
    return MILLIS.format(at);
  }
}
