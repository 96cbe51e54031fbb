/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.event.P2pEvent;

/**
 * Turns messages that were dropped, maybe a million a second, into events: one per peer for all
 * that happened while the last one was on its way. Any thread.
 */
public final class DropReports {

  private final Office office;
  private final Map<PeerId, Long> unreported = new ConcurrentHashMap<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  public DropReports(Office office) {
    this.office = office;
  }

  /** One message for this peer was dropped. */
  public void dropped(PeerId peer) {
    unreported.merge(peer, 1L, Long::sum);
    if (scheduled.compareAndSet(false, true)) {
      office.decisions().schedule(this::report);
    }
  }

  private void report() {
    scheduled.set(false);
    for (PeerId peer : unreported.keySet()) {
      Long count = unreported.remove(peer);
      if (count != null) {
        office.events().emit(new P2pEvent.MessagesDropped(peer, count));
      }
    }
  }
}
