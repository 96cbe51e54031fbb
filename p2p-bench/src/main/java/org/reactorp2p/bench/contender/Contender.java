/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/**
 * One way to carry messages over loopback, with one event loop for each process. What it opened is
 * closed by whoever asked for it; its threads are daemons and end with the process.
 */
public interface Contender {

  /** What {@link Line#peer()} and {@link #self()} say where nobody proves who they are. */
  String NOBODY = "-";

  /** Whoever we are to the other end; the same as long as the process lives. */
  String self();

  /**
   * Opens a port on loopback. Cold.
   *
   * @param visitors called on the line's own thread for everybody who connects, and has to begin to
   *     {@linkplain Line#receive receive} at once
   */
  Mono<Door> listen(Payload payload, Consumer<Line> visitors);

  /** Connects, handshake and all; emits the line when messages may flow. Cold. */
  Mono<Line> dial(int port, Payload payload);

  /** An open port. */
  interface Door {

    int port();

    /** Takes no more visitors; those who are in stay. Cold. */
    Mono<Void> close();
  }
}
