/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import reactor.core.publisher.Mono;

/** One way to carry messages from process to process, with one event loop at each end. */
interface Contender {

  /** Whoever we are to the other end; the same in every run of a process. */
  String self();

  /** Opens a port on loopback, and takes in what the first who connects has to send. */
  Inbound listen(Cargo cargo);

  /** Connects, and sends for as long as it is let. */
  Outbound dial(int port, Cargo cargo);

  /** The end at which messages arrive. */
  interface Inbound {

    int port();

    long messages();

    /** Completes when the other end has sent its last, and all of it was checked. */
    Mono<Closing> closing();
  }

  /** The end that sends. */
  interface Outbound {

    /** Sends no more, lets what is under way arrive, and closes. */
    Mono<Closing> stop();
  }
}
