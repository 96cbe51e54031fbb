/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactorp2p.bench.contender.Cargo;
import org.reactorp2p.bench.contender.Line;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that comes through one port, with a ledger for each line. */
final class Arrivals {

  private record Arrival(Line line, Ledger ledger, Mono<Void> over) {

    Mono<Closing> closing() {
      return over.then(
          Mono.fromCallable(
              () -> new Closing(ledger.messages(), ledger.isSound(), line.peer(), line.dropped())));
    }
  }

  private final Cargo cargo;
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

  Arrivals(Cargo cargo) {
    this.cargo = cargo;
  }

  /** A line begins. */
  void begin(Line line) {
    Ledger ledger = new Ledger(cargo);
    arrivals.add(new Arrival(line, ledger, line.receive(new Reception(cargo, ledger))));
  }

  /** Received so far, on all lines. */
  long messages() {
    return arrivals.stream().mapToLong(arrival -> arrival.ledger().messages()).sum();
  }

  /** Completes when the other ends have sent their last, and all of it was checked. */
  Mono<Closing> closing() {
    return Flux.fromIterable(arrivals)
        .flatMapSequential(Arrival::closing, Integer.MAX_VALUE)
        .reduce(Closing::plus);
  }
}
