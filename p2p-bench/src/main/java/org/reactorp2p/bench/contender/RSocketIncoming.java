/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** What answers the other end of an RSocket: takes all of every channel. */
final class RSocketIncoming implements RSocket {

  /** Bytes that may be under way: RSocket queues without a bound whatever was asked for. */
  private static final int WINDOW = 4 << 20;

  private static final int MOST_ASKED = 4096;

  private final int ahead;
  private volatile @Nullable Intake intake;

  RSocketIncoming(org.reactorp2p.bench.contender.Payload payload) {
    this.ahead = Math.min(MOST_ASKED, WINDOW / payload.bytes());
  }

  /** From now on, messages go there. */
  void to(Intake taker) {
    intake = taker;
  }

  @Override
  public Flux<Payload> requestChannel(Publisher<Payload> payloads) {
    return Flux.from(payloads).limitRate(ahead).doOnNext(this::take).thenMany(Flux.empty());
  }

  private void take(Payload payload) {
    Objects.requireNonNull(intake, "nobody receives").message(payload.sliceData());
    payload.release();
  }
}
