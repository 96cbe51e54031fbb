/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.ByteBufPayload;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection of RSocket. */
final class RSocketLine implements Line {

  /** Bytes that may be under way: RSocket queues without a bound whatever was asked for. */
  private static final int WINDOW = 4 << 20;

  private static final int MOST_ASKED = 4096;

  private final RSocket theirs;
  private final int ahead;
  private volatile @Nullable Intake intake;

  RSocketLine(RSocket theirs, org.reactorp2p.bench.contender.Payload payload) {
    this.theirs = theirs;
    this.ahead = Math.min(MOST_ASKED, WINDOW / payload.bytes());
  }

  /** What answers the other end. */
  RSocket incoming() {
    return new RSocket() {
      @Override
      public Flux<Payload> requestChannel(Publisher<Payload> payloads) {
        return Flux.from(payloads).limitRate(ahead).doOnNext(this::take).thenMany(Flux.empty());
      }

      private void take(Payload payload) {
        Objects.requireNonNull(intake, "nobody receives").message(payload.sliceData());
        payload.release();
      }
    };
  }

  @Override
  public String peer() {
    return Contender.NOBODY;
  }

  @Override
  public Mono<Void> receive(Intake taker) {
    intake = taker;
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
