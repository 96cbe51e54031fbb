/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.reactorp2p.pool.acl.AccessList;
import org.reactorp2p.pool.event.EventHub;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.Probes;
import org.reactorp2p.pool.peer.Passage;
import org.reactorp2p.pool.peer.PassageTable;
import org.reactorp2p.pool.peer.Register;
import reactor.core.scheduler.Scheduler;

/**
 * Where everything is decided.
 *
 * @param decisions serial: one task after the other, in the order they were handed in. It counts
 *     the time too. Tables, lists and states belong to it and need no lock
 * @param random the dice; thrown on the decisions' thread only
 * @param events told what was decided, on the same thread
 * @param clock what is remembered with its time is remembered by this one, and so is what ends at a
 *     time; it goes on steadily, whatever happens to the clock on the wall
 * @param register what goes on with whom, and what is remembered of whom
 * @param access whom to keep out and whom to trust
 * @param probes measure attempts, on the same thread
 */
public record Office(
    Scheduler decisions,
    RandomGenerator random,
    EventHub events,
    InstantSource clock,
    Register register,
    AccessList access,
    Probes probes) {

  /** What goes on with whom; to look at. */
  PassageTable passages() {
    return register.passages();
  }

  /** On the decisions' thread: gives up what is not yet a connection. */
  public void withdraw(Passage passage) {
    if (passage.isPending()) {
      events.emit(new P2pEvent.AttemptWithdrawn(passage.direction(), passage.remote()));
      register.withdraw(passage);
    }
  }
}
