/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import org.reactorp2p.core.model.Point;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An open port for datagrams, which may be shared with other processes and may send to all of a
 * network at once. Whoever opened it closes it; closing twice is fine.
 */
public interface DatagramPort {

  /** Where it is open, with the port that was really taken. */
  Point local();

  /**
   * What comes, on the port's serial thread. Demand ends at the socket: a datagram that nobody
   * asked for is left to the machine, which keeps a few and throws the others away, so whoever asks
   * for so many in a second spends no more on a flood than on those.
   *
   * <p>One subscriber at a time; a second one gets an {@link IllegalStateException}. Completes when
   * the port is closed. Cancelling leaves it open.
   */
  Flux<Datagram> receive();

  /**
   * Sends one, on subscription.
   *
   * @return completes when it is with the machine, whatever becomes of it then; or a {@link
   *     LinkException}
   */
  Mono<Void> send(Datagram datagram);

  /** Closes the port on subscription, and completes when it is free again; never fails. */
  Mono<Void> close();
}
