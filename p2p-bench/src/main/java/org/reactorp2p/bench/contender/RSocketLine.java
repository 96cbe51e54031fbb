/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import io.rsocket.RSocket;
import io.rsocket.util.ByteBufPayload;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection of RSocket. */
final class RSocketLine implements Line {

  private final RSocket theirs;
  private final RSocketIncoming incoming;

  RSocketLine(RSocket theirs, RSocketIncoming incoming) {
    this.theirs = theirs;
    this.incoming = incoming;
  }

  @Override
  public String peer() {
    return Contender.NOBODY;
  }

  @Override
  public Mono<Void> receive(Intake taker) {
    incoming.to(taker);
    return over();
  }

  @Override
  public Mono<Void> send(Flux<Parcel> parcels) {
    return theirs
        .requestChannel(
            parcels.map(parcel -> ByteBufPayload.create(parcel.direct().retainedDuplicate())))
        .then();
  }

  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public Mono<Void> close() {
    return Mono.defer(
        () -> {
          theirs.dispose();
          return over();
        });
  }

  /** However it ends, RSocket calls it an error; what was lost shows in the counts. */
  private Mono<Void> over() {
    return theirs.onClose().onErrorComplete();
  }
}
