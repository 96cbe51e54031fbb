/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.journal;

import java.util.Locale;
import java.util.Optional;
import org.reactorp2p.pool.peer.Contacts;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.Meeting;
import org.reactorp2p.pool.peer.Pause;
import org.reactorp2p.pool.peer.PeerView;
import org.reactorp2p.pool.peer.PointView;

/** How a known point or peer is shown when somebody asks. Pure. */
public final class MemoryEntries {

  private MemoryEntries() {}

  /** A point. */
  public static Entry point(PointView view) {
    KnownPoint known = view.known();
    Entry entry =
        Entry.of("point")
            .with("point", known.point().toString())
            .with("state", lower(view.state().phase()))
            .with("source", lower(known.source().kind()))
            .with("open", lower(known.openness()))
            .with("trusted", view.trusted());
    entry = with(entry, "expected", known.expected());
    entry = with(entry, "peer", known.contacts().lastMeeting().map(Meeting::with));
    entry = contacts(entry, known.contacts());
    entry = with(entry, "misses", known.pause().map(Pause::misses).filter(misses -> misses > 0));
    return with(entry, "rests-until", known.pause().map(Pause::until));
  }

  /** A peer. */
  public static Entry peer(PeerView view) {
    KnownPeer known = view.known();
    Entry entry =
        Entry.of("peer")
            .with("peer", known.id().toString())
            .with("state", lower(view.state().phase()))
            .with("trusted", view.trusted())
            .with("since", known.created().toString());
    entry = with(entry, "reachable-at", known.reachableAt());
    return contacts(entry, known.contacts());
  }

  private static Entry contacts(Entry entry, Contacts<?> contacts) {
    Entry seen = with(entry, "last-seen", contacts.lastSeen());
    return with(seen, "last-miss", contacts.lastMiss());
  }

  private static Entry with(Entry entry, String name, Optional<?> value) {
    return value.map(there -> entry.with(name, there.toString())).orElse(entry);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
