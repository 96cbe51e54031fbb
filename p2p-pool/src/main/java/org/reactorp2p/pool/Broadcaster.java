/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
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

  /** To those that the predicate is true for. */
  BroadcastResult broadcast(M message, Predicate<? super PeerConnection<M>> to) {
    EncodedMessage encoded = encode(message);
    return broadcast(connection -> to.test(connection) ? Optional.of(encoded) : Optional.empty());
  }

  /** To all, the alternative to those that the predicate is true for. */
  BroadcastResult broadcast(
      M message, M alternative, Predicate<? super PeerConnection<M>> instead) {
    EncodedMessage usual = encode(message);
    EncodedMessage other = encode(alternative);
    return broadcast(connection -> Optional.of(instead.test(connection) ? other : usual));
  }

  private EncodedMessage encode(M message) {
    return codec.encode(new PeerMessage.Application<>(message));
  }

  private BroadcastResult broadcast(Function<PeerConnection<M>, Optional<EncodedMessage>> what) {
    int accepted = 0;
    int dropped = 0;
    int ended = 0;
    for (PeerConnection<M> connection : roll.all()) {
      Optional<EncodedMessage> encoded = what.apply(connection);
      if (encoded.isEmpty()) {
        continue;
      }
      EmitResult result = connection.tryEmitEncoded(encoded.get());
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
