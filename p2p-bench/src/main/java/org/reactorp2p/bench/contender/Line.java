/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection of a {@link Contender}, seen from one of its ends. */
public interface Line {

  /** Who is at the other end, as a handshake proved it, or else {@link Contender#NOBODY}. */
  String peer();

  /**
   * Hands everything in that comes, on the line's own thread and as fast as it comes. Once.
   *
   * @return hot: completes when the other end has closed and all of it was handed in
   */
  Mono<Void> receive(Intake intake);

  /**
   * Sends these, and asks for more only when there is room. One call at a time.
   *
   * @return cold: completes when the last was handed on to be written
   */
  Mono<Void> send(Flux<Parcel> parcels);

  /** Messages lost inside this end. */
  long dropped();

  /** Lets what was sent arrive, and closes. Cold. */
  Mono<Void> close();
}
