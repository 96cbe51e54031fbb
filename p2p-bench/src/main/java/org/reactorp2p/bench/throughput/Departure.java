/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.util.concurrent.atomic.AtomicLong;
import org.reactorp2p.bench.contender.Cargo;
import org.reactorp2p.bench.contender.Line;
import org.reactorp2p.bench.contender.Parcel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Sends on one line for as long as it is let. */
final class Departure {

  private final Line line;
  private final Cargo cargo;
  private final Sinks.Empty<Void> sent = Sinks.empty();
  private final AtomicLong messages = new AtomicLong();
  private volatile boolean stopped;

  Departure(Line line, Cargo cargo) {
    this.line = line;
    this.cargo = cargo;
  }

  void begin() {
    Flux<Parcel> endless =
        Flux.generate(
            sink -> {
              if (stopped) {
                sink.complete();
              } else {
                sink.next(cargo.parcel(messages.getPlain()));
                messages.lazySet(messages.getPlain() + 1);
              }
            });
    line.send(endless).subscribe(nothing -> {}, sent::tryEmitError, sent::tryEmitEmpty);
  }

  /** Sends no more, lets what is under way arrive, and closes. */
  Mono<Closing> stop() {
    stopped = true;
    return sent.asMono()
        .then(Mono.fromCallable(line::peer))
        .flatMap(peer -> line.close().thenReturn(peer))
        .map(peer -> new Closing(messages.get(), true, peer, line.dropped()));
  }
}
