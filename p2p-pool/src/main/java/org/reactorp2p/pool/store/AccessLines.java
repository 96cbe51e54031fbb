/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.Greylisting;
import org.reactorp2p.pool.acl.Offence;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;

/** Bans, trust and the greylist as lines of the book. */
final class AccessLines {

  static final String BAN = "ban";
  static final String TRUST = "trust";
  static final String GREYLIST = "greylist";

  private AccessLines() {}

  static ObjectNode of(Ban ban) {
    ObjectNode line = BookLines.object();
    line.put(BAN, ban.subject().toString());
    line.put("reason", ban.reason());
    line.put("author", ban.author());
    line.put("since", ban.since().toString());
    ban.until().ifPresent(until -> line.put("until", until.toString()));
    return line;
  }

  static Ban ban(JsonNode line) {
    return new Ban(
        Subject.parse(BookFields.required(line, BAN)),
        BookFields.required(line, "reason"),
        BookFields.required(line, "author"),
        BookFields.requiredInstant(line, "since"),
        BookFields.instant(line, "until"));
  }

  static ObjectNode of(Trustee trustee) {
    return BookLines.object().put(TRUST, trustee.toString());
  }

  static Trustee trustee(JsonNode line) {
    return Trustee.parse(BookFields.required(line, TRUST));
  }

  static ObjectNode of(Greylisting entry) {
    ObjectNode line = BookLines.object();
    line.put(GREYLIST, entry.subject().toString());
    entry.offence().ifPresent(offence -> line.put("offence", offence.name()));
    line.put("since", entry.since().toString());
    line.put("until", entry.until().toString());
    return line;
  }

  static Greylisting greylisting(JsonNode line) {
    return new Greylisting(
        Subject.parse(BookFields.required(line, GREYLIST)),
        BookFields.text(line, "offence").map(Offence::valueOf),
        BookFields.requiredInstant(line, "since"),
        BookFields.requiredInstant(line, "until"));
  }
}
