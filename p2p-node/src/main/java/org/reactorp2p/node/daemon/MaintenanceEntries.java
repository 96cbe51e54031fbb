/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import java.util.Locale;
import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.event.P2pEvent;

/** What the journal says of maintenance, and of stalls. Pure. */
final class MaintenanceEntries {

  private MaintenanceEntries() {}

  /** Nothing for an event about something else. */
  static Optional<Entry> of(P2pEvent event) {
    if (event instanceof P2pEvent.MaintenanceStarted e) {
      return Optional.of(
          counted("maintenance-started", e.connections())
              .with("occasion", e.occasion().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
    if (event instanceof P2pEvent.TooFewConnections e) {
      return Optional.of(
          counted("too-few-connections", e.connections()).with("threshold", e.threshold()));
    }
    if (event instanceof P2pEvent.TooManyConnections e) {
      return Optional.of(
          counted("too-many-connections", e.connections()).with("threshold", e.threshold()));
    }
    return whatWasDone(event);
  }

  private static Optional<Entry> whatWasDone(P2pEvent event) {
    if (event instanceof P2pEvent.CandidatesChosen e) {
      return Optional.of(
          counted("candidates-chosen", e.connections())
              .with("wanted", e.wanted())
              .with("candidates", e.candidates().stream().map(Point::toString).toList()));
    }
    if (event instanceof P2pEvent.VictimsChosen e) {
      return Optional.of(
          counted("victims-chosen", e.connections())
              .with("victims", e.victims().stream().map(PeerId::toString).toList()));
    }
    if (event instanceof P2pEvent.NewsAwaited e) {
      return Optional.of(
          counted("news-awaited", e.connections())
              .with("asked", e.asked())
              .with("patience-ms", e.patience().toMillis()));
    }
    if (event instanceof P2pEvent.MaintenanceEnded e) {
      return Optional.of(counted("maintenance-ended", e.connections()));
    }
    if (event instanceof P2pEvent.DecisionsStalled e) {
      return Optional.of(Entry.of("decisions-stalled").with("millis", e.time().toMillis()));
    }
    if (event instanceof P2pEvent.MaintenanceFailed e) {
      return Optional.of(Entry.of("maintenance-failed").with("error", e.error()));
    }
    return Optional.empty();
  }

  private static Entry counted(String event, int connections) {
    return Entry.of(event).with("connections", connections);
  }
}
