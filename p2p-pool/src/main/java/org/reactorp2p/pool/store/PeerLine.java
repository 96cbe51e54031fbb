/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.Remembered;

/** A peer as a line of the book. */
final class PeerLine {

  static final String KIND = "peer";

  private PeerLine() {}

  static ObjectNode of(Remembered<KnownPeer, IdPoint> peer) {
    KnownPeer known = peer.known();
    ObjectNode line = BookLines.object();
    line.put(KIND, known.id().toString());
    line.put("created", known.created().toString());
    BookFields.putContacts(line, known.contacts());
    known.metadata().ifPresent(text -> line.put("metadata", text));
    BookFields.putHistory(line, peer.history());
    return line;
  }

  static Remembered<KnownPeer, IdPoint> parse(JsonNode line) {
    var known =
        new KnownPeer(
            PeerId.parse(BookFields.required(line, KIND)),
            BookFields.requiredInstant(line, "created"),
            BookFields.contacts(line, IdPointText::parse),
            BookFields.text(line, "metadata"));
    return new Remembered<>(known, BookFields.history(line, IdPointText::parse));
  }
}
