/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.journal;

import java.util.Locale;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.Greylisting;
import org.reactorp2p.pool.acl.Trustee;

/** How an entry of a list is shown: when it comes to be, and when somebody asks. Pure. */
public final class AccessEntries {

  private AccessEntries() {}

  /** A ban. */
  public static Entry banned(Ban ban) {
    Entry entry =
        Entry.of("banned")
            .with("subject", ban.subject().toString())
            .with("by", ban.author())
            .with("why", ban.reason());
    return ban.until().map(end -> entry.with("until", end.toString())).orElse(entry);
  }

  /** Somebody trusted. */
  public static Entry trusted(Trustee trustee) {
    return Entry.of("trusted").with("subject", trustee.toString());
  }

  /** An entry of the greylist. */
  public static Entry greylisted(Greylisting entry) {
    String why =
        entry
            .offence()
            .map(row -> row.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .orElse("by-hand");
    return Entry.of("greylisted")
        .with("subject", entry.subject().toString())
        .with("why", why)
        .with("until", entry.until().toString());
  }
}
