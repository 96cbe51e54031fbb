/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import java.time.Duration;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.RawMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One of our connections. */
final class OwnLine implements Line {

  private static final int TAG = 0x10;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final PeerConnection<RawMessage> connection;

  OwnLine(PeerConnection<RawMessage> connection) {
    this.connection = connection;
  }

  @Override
  public String peer() {
    return connection.info().peerId().toString();
  }

  @Override
  public Mono<Void> receive(Intake intake) {
    Sinks.Empty<Void> over = Sinks.empty();
    connection
        .receive()
        .subscribe(
            message -> intake.message(message.body()), over::tryEmitError, over::tryEmitEmpty);
    return over.asMono();
  }

  @Override
  public Mono<Void> send(Flux<Parcel> parcels) {
    return connection.send(parcels.map(parcel -> new RawMessage(TAG, parcel.body()))).then();
  }

  @Override
  public long dropped() {
    return connection.stat().dropped();
  }

  @Override
  public Mono<Void> close() {
    return Mono.defer(
            () ->
                connection.drainAndDisconnect(
                    new DisconnectReason.Requested("the run is over"), PATIENCE))
        .then();
  }
}
