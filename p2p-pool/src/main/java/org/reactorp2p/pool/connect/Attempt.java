/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.pool.peer.Passage;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A passage on its way, and whoever waits for what becomes of it. The first outcome counts.
 *
 * @param <M> the application's messages
 */
final class Attempt<M> {

  private final Passage passage;
  private final Sinks.One<PeerConnection<M>> outcome = Sinks.one();

  Attempt(Passage passage) {
    this.passage = passage;
    // Whoever ends a passage without a word has withdrawn it.
    passage.over().subscribe(null, null, () -> fail(new Setback.Withdrawn()));
  }

  Passage passage() {
    return passage;
  }

  boolean isOver() {
    return passage.isOver();
  }

  /** What becomes of it, told on the decisions' thread. */
  Mono<PeerConnection<M>> outcome() {
    return outcome.asMono();
  }

  void succeed(PeerConnection<M> connection) {
    outcome.tryEmitValue(connection);
  }

  void fail(Setback setback) {
    outcome.tryEmitError(new AttemptFailedException(setback));
  }

  /** Lets go of this step when the passage runs or is over. */
  void whileOpen(Disposable step) {
    passage.settled().subscribe(null, null, step::dispose);
  }
}
