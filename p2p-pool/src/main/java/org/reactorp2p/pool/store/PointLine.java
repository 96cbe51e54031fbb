/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.AddressBlock;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.Openness;
import org.reactorp2p.pool.peer.Pause;
import org.reactorp2p.pool.peer.Remembered;
import org.reactorp2p.pool.peer.Source;

/** A point as a line of the book. */
final class PointLine {

  static final String KIND = "point";

  private PointLine() {}

  static ObjectNode of(Remembered<KnownPoint, PeerId> point) {
    KnownPoint known = point.known();
    ObjectNode line = BookLines.object();
    line.put(KIND, known.point().toString());
    line.put("source", known.source().kind().name());
    known
        .source()
        .teller()
        .ifPresent(teller -> line.put("teller", AddressBlock.of(teller).toString()));
    line.put("first_seen", known.firstSeen().toString());
    known.expected().ifPresent(peer -> line.put("expected", peer.toString()));
    line.put("openness", known.openness().name());
    BookFields.putContacts(line, known.contacts());
    known
        .pause()
        .ifPresent(
            pause ->
                line.put("misses", pause.misses()).put("rests_until", pause.until().toString()));
    BookFields.putHistory(line, point.history());
    return line;
  }

  static Remembered<KnownPoint, PeerId> parse(JsonNode line) {
    var known =
        new KnownPoint(
            Point.parse(BookFields.required(line, KIND)),
            source(line),
            BookFields.requiredInstant(line, "first_seen"),
            BookFields.text(line, "expected").map(PeerId::parse),
            Openness.valueOf(BookFields.required(line, "openness")),
            BookFields.contacts(line, PeerId::parse),
            BookFields.instant(line, "rests_until")
                .map(until -> new Pause(line.path("misses").intValue(), until)));
    return new Remembered<>(known, BookFields.history(line, PeerId::parse));
  }

  private static Source source(JsonNode line) {
    Optional<InetAddress> teller =
        BookFields.text(line, "teller").map(text -> AddressBlock.parse(text).first());
    return new Source(Source.Kind.valueOf(BookFields.required(line, "source")), teller);
  }
}
