/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.EncodedMessage;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.connect.Coalescer;
import org.reactorp2p.pool.connect.ConnectionRoll;
import org.reactorp2p.pool.stat.NetworkStat;
import reactor.core.publisher.Sinks.EmitResult;

/** Sends one message to many, encoded once. Waits for nobody. Any thread. */
final class Broadcaster<M> {

  private final PeerMessageCodec<M> codec;
  private final ConnectionRoll<M> roll;
  private final Coalescer<PeerId> drops;
  private final LongAdder accepted = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder ended = new LongAdder();

  Broadcaster(PeerMessageCodec<M> codec, ConnectionRoll<M> roll, Coalescer<PeerId> drops) {
    this.codec = codec;
    this.roll = roll;
    this.drops = drops;
  }

  BroadcastResult broadcast(M message, Predicate<? super PeerConnection<M>> to) {
    EncodedMessage encoded = codec.encode(new PeerMessage.Application<>(message));
    int accepted = 0;
    int dropped = 0;
    int ended = 0;
    for (PeerConnection<M> connection : roll.all()) {
      if (!to.test(connection)) {
        continue;
      }
      EmitResult result = connection.tryEmitEncoded(encoded);
      if (result.isSuccess()) {
        accepted++;
      } else if (result == EmitResult.FAIL_TERMINATED) {
        ended++;
      } else {
        dropped++;
        drops.happened(connection.info().peerId());
      }
    }
    this.accepted.add(accepted);
    this.dropped.add(dropped);
    this.ended.add(ended);
    return new BroadcastResult(accepted, dropped, ended);
  }

  /** What became of all broadcasts so far. */
  NetworkStat.Broadcasts totals() {
    return new NetworkStat.Broadcasts(accepted.sum(), dropped.sum(), ended.sum());
  }
}
