/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.time.Duration;
import org.reactorp2p.pool.connect.Office;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * What may change the mind of a worker that waits: a new point, a connection more or less, somebody
 * who asks. Confined to the decisions' thread.
 */
final class News {

  /** However much news there is, nobody acts on it more often than this. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Office office;
  private final Sinks.Many<Long> heard = Sinks.many().multicast().directBestEffort();
  private long count;

  News(Office office) {
    this.office = office;
  }

  /** There is some. */
  void tell() {
    heard.tryEmitNext(++count);
  }

  /** How much there was so far. */
  long count() {
    return count;
  }

  /** Completes after this time, or a breath after there is more than there was. */
  Mono<Void> await(long before, Duration atMost) {
    return breath()
        .then(
            Mono.defer(
                () ->
                    count == before
                        ? Mono.firstWithSignal(delay(atMost), heard.asFlux().next().then())
                        : Mono.empty()));
  }

  /** So long, at least, lies between one round and the next. */
  Mono<Void> breath() {
    return delay(BREATH);
  }

  private Mono<Void> delay(Duration time) {
    return Mono.delay(time, office.decisions()).then();
  }
}
