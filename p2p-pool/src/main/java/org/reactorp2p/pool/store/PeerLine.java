/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HexFormat;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Opaque;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.Conduct;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.Remembered;

/** A peer as a line of the book. */
final class PeerLine {

  static final String KIND = "peer";

  private static final String METADATA = "application";
  private static final String OCTEZ = "metadata"; // as Octez calls it
  private static final String CONDUCT = "conduct";
  private static final HexFormat HEX = HexFormat.of();

  private PeerLine() {}

  static ObjectNode of(Remembered<KnownPeer, IdPoint> peer) {
    KnownPeer known = peer.known();
    ObjectNode line = BookLines.object();
    line.put(KIND, known.id().toString());
    line.put("created", known.created().toString());
    BookFields.putContacts(line, known.contacts());
    putConduct(line, known.conduct());
    known.metadata().ifPresent(bytes -> line.put(METADATA, hex(bytes)));
    known.octezCounters().ifPresent(text -> line.put(OCTEZ, text));
    BookFields.putHistory(line, peer.history());
    return line;
  }

  private static void putConduct(ObjectNode line, Conduct conduct) {
    if (!conduct.equals(Conduct.NONE)) {
      line.putObject(CONDUCT)
          .put("useful", conduct.useful())
          .put("connected", conduct.connected().toMillis())
          .put("handshake", conduct.handshake().toMillis())
          .put("refusals", conduct.refusals())
          .put("decode-errors", conduct.decodeErrors());
    }
  }

  /** Fields that are missing count as 0. */
  private static Conduct conduct(JsonNode line) {
    JsonNode conduct = line.path(CONDUCT);
    return new Conduct(
        conduct.path("useful").longValue(),
        Duration.ofMillis(conduct.path("connected").longValue()),
        Duration.ofMillis(conduct.path("handshake").longValue()),
        conduct.path("refusals").intValue(),
        conduct.path("decode-errors").intValue());
  }

  private static String hex(Opaque bytes) {
    return HEX.formatHex(bytes.toBytes());
  }

  static Remembered<KnownPeer, IdPoint> parse(JsonNode line) {
    var known =
        new KnownPeer(
            PeerId.parse(BookFields.required(line, KIND)),
            BookFields.requiredInstant(line, "created"),
            BookFields.contacts(line, IdPointText::parse),
            conduct(line),
            BookFields.text(line, METADATA).map(HEX::parseHex).map(Opaque::of),
            BookFields.text(line, OCTEZ));
    return new Remembered<>(known, BookFields.history(line, IdPointText::parse));
  }
}
