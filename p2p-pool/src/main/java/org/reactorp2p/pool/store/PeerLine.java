/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Opaque;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.Remembered;

/** A peer as a line of the book. */
final class PeerLine {

  static final String KIND = "peer";

  private static final String METADATA = "application";
  private static final String OCTEZ = "metadata"; // as Octez calls it
  private static final HexFormat HEX = HexFormat.of();

  private PeerLine() {}

  static ObjectNode of(Remembered<KnownPeer, IdPoint> peer) {
    KnownPeer known = peer.known();
    ObjectNode line = BookLines.object();
    line.put(KIND, known.id().toString());
    line.put("created", known.created().toString());
    BookFields.putContacts(line, known.contacts());
    known.metadata().ifPresent(bytes -> line.put(METADATA, hex(bytes)));
    known.octezCounters().ifPresent(text -> line.put(OCTEZ, text));
    BookFields.putHistory(line, peer.history());
    return line;
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
            BookFields.text(line, METADATA).map(HEX::parseHex).map(Opaque::of),
            BookFields.text(line, OCTEZ));
    return new Remembered<>(known, BookFields.history(line, IdPointText::parse));
  }
}
