/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import java.util.concurrent.atomic.LongAdder;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.PeerMessage;

/**
 * Takes the control messages of every connection and counts them by kind. None of them is answered:
 * the protocol leaves it to a node whether it tells points or swaps peers. Thread-safe.
 */
public final class ControlTally {

  private final LongAdder bootstraps = new LongAdder();
  private final LongAdder advertisements = new LongAdder();
  private final LongAdder swaps = new LongAdder();

  /** What came so far. */
  public record Counts(long bootstraps, long advertisements, long swaps) {}

  /** Takes what comes on this connection, until it ends. */
  public <M> void attend(PeerConnection<M> connection) {
    connection.control().onErrorComplete().subscribe(this::count);
  }

  /** What came so far, on all connections there were. */
  public Counts counts() {
    return new Counts(bootstraps.sum(), advertisements.sum(), swaps.sum());
  }

  private <M> void count(PeerMessage<M> message) {
    if (message instanceof PeerMessage.Bootstrap<M>) {
      bootstraps.increment();
    } else if (message instanceof PeerMessage.Advertise<M>) {
      advertisements.increment();
    } else {
      swaps.increment();
    }
  }
}
