/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.pool.event.AttemptEnd;
import org.reactorp2p.pool.event.Probe;
import org.reactorp2p.pool.peer.Passage;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A passage on its way, and whoever waits for what becomes of it. The first outcome counts.
 *
 * @param <M> the application's messages
 */
final class Attempt<M> {

  private final Passage passage;
  private final Probe.Span span;
  private final Context context;
  private Optional<Instant> linkedAt = Optional.empty();
  private final Sinks.One<PeerConnection<M>> outcome = Sinks.one();

  /**
   * @param span measures it
   * @param caller the context of who asked for it
   */
  Attempt(Passage passage, Probe.Span span, ContextView caller) {
    this.passage = passage;
    this.span = span;
    this.context = span.context(Context.of(caller));
    // Whoever ends a passage without a word has withdrawn it.
    passage.settled().subscribe(null, null, this::settled);
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

  /** What those who work for it shall find in their context. */
  Context context() {
    return context;
  }

  /** The link came about, and the handshake begins. */
  void linked(Instant now) {
    linkedAt = Optional.of(now);
    span.linked();
  }

  /** How long ago that was; none if it was not. */
  Duration sinceLinked(Instant now) {
    return linkedAt.map(then -> Duration.between(then, now)).orElse(Duration.ZERO);
  }

  void succeed(PeerConnection<M> connection) {
    if (outcome.tryEmitValue(connection).isSuccess()) {
      span.ended(AttemptEnd.CONNECTED);
    }
  }

  void fail(Setback setback) {
    if (outcome.tryEmitError(new AttemptFailedException(setback)).isSuccess()) {
      span.ended(setback.end());
    }
  }

  private void settled() {
    if (passage.isOver()) {
      fail(new Setback.Withdrawn());
    }
  }

  /** Lets go of this step when the passage runs or is over. */
  void whileOpen(Disposable step) {
    passage.settled().subscribe(null, null, step::dispose);
  }
}
