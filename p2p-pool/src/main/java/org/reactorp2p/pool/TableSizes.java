/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.concurrent.atomic.AtomicBoolean;
import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.peer.Memory;
import org.reactorp2p.pool.stat.TableStat;

/**
 * How full the tables are, for whoever wants to know on a thread that they do not belong to: each
 * who looks gets what was found for the one before, and nobody waits. While nobody looks it costs
 * nothing.
 */
final class TableSizes {

  private final Office office;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile TableStat last = TableStat.EMPTY;

  TableSizes(Office office) {
    this.office = office;
  }

  /** Any thread. */
  TableStat look() {
    if (asked.compareAndSet(false, true)) {
      office.decisions().schedule(this::measure);
    }
    return last;
  }

  private void measure() {
    asked.set(false);
    Memory memory = office.register().memory();
    AccessSnapshot lists = office.access().snapshot();
    last =
        new TableStat(
            memory.pointPhases(),
            memory.peerPhases(),
            memory.restingPoints(),
            memory.trustedPoints(),
            lists.bans().size(),
            lists.trusted().size(),
            lists.greylist().size());
  }
}
