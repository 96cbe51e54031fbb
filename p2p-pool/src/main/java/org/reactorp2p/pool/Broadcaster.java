/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.function.Predicate;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.EncodedMessage;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.pool.connect.ConnectionRoll;
import org.reactorp2p.pool.connect.DropReports;
import reactor.core.publisher.Sinks.EmitResult;

/** Sends one message to many, encoded once. Waits for nobody. Any thread. */
final class Broadcaster<M> {

  private final PeerMessageCodec<M> codec;
  private final ConnectionRoll<M> roll;
  private final DropReports drops;

  Broadcaster(PeerMessageCodec<M> codec, ConnectionRoll<M> roll, DropReports drops) {
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
        drops.dropped(connection.info().peerId());
      }
    }
    return new BroadcastResult(accepted, dropped, ended);
  }
}
