/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Instant;
import java.util.Optional;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Opaque;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * What is remembered of a peer. Immutable; what happens makes another one.
 *
 * @param created when it first proved who it is
 * @param contacts the last ones
 * @param conduct what it was like
 * @param metadata what the application keeps of it
 * @param octezCounters what an Octez node counted of it, as a JSON object; kept to be given back
 */
public record KnownPeer(
    PeerId id,
    Instant created,
    Contacts<IdPoint> contacts,
    Conduct conduct,
    Optional<Opaque> metadata,
    Optional<String> octezCounters) {

  /** How many bytes of metadata are kept of one peer. */
  public static final int MAX_METADATA = 4 * 1024;

  /** How many characters of counters are kept of one peer. */
  public static final int MAX_COUNTERS = 8 * 1024;

  /** Refuses what is too long to keep. */
  public KnownPeer {
    if (metadata.filter(bytes -> bytes.length() > MAX_METADATA).isPresent()) {
      throw new IllegalArgumentException(
          "metadata of a peer has at most " + MAX_METADATA + " bytes");
    }
    if (octezCounters.filter(text -> text.length() > MAX_COUNTERS).isPresent()) {
      throw new IllegalArgumentException(
          "counters of a peer have at most " + MAX_COUNTERS + " characters");
    }
  }

  /** One that has just proved who it is. */
  public static KnownPeer fresh(PeerId id, Instant now) {
    return new KnownPeer(
        id, now, Contacts.none(), Conduct.NONE, Optional.empty(), Optional.empty());
  }

  /** Where it was when we last met, with the port where it listens, if it said one. */
  public Optional<IdPoint> reachableAt() {
    return contacts.lastMeeting().map(Meeting::with);
  }

  /** Whether there ever was a connection. */
  public boolean wasConnected() {
    return contacts.established().isPresent();
  }

  KnownPeer after(Contacts<IdPoint> contact) {
    return new KnownPeer(id, created, contact, conduct, metadata, octezCounters);
  }

  KnownPeer describedBy(Opaque other) {
    return new KnownPeer(id, created, contacts, conduct, Optional.of(other), octezCounters);
  }

  KnownPeer behaving(Conduct other) {
    return new KnownPeer(id, created, contacts, other, metadata, octezCounters);
  }

  /** The same as far as it may have happened by now. */
  KnownPeer asOf(Instant now) {
    Instant notLater = created.isAfter(now) ? now : created;
    return new KnownPeer(id, notLater, contacts.asOf(now), conduct, metadata, octezCounters);
  }
}
