/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactorp2p.core.model.PeerInfo;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps the journal in order. Events and messages come on different threads; a message shall stand
 * after the line that says who is connected, and before the one that says it is gone. Any thread.
 */
final class Visits {

  /** Whoever waits for a line that never comes, because events were lost, waits no longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private record Visit(Sinks.Empty<Void> announced, Sinks.Empty<Void> served) {
    Visit() {
      this(Sinks.empty(), Sinks.empty());
    }
  }

  private final Map<PeerInfo, Visit> visits = new ConcurrentHashMap<>();
  private final Scheduler timer;

  Visits(Scheduler timer) {
    this.timer = timer;
  }

  /** The line that says it is connected was written. */
  void announce(PeerInfo peer) {
    visit(peer).announced.tryEmitEmpty();
  }

  /** All its messages were written. */
  void serve(PeerInfo peer) {
    visit(peer).served.tryEmitEmpty();
  }

  /** Completes when {@link #announce} was called. */
  Mono<Void> announced(PeerInfo peer) {
    return patiently(visit(peer).announced);
  }

  /** Completes when {@link #serve} was called, and forgets the visit. */
  Mono<Void> served(PeerInfo peer) {
    return patiently(visit(peer).served).doFinally(end -> visits.remove(peer));
  }

  private Visit visit(PeerInfo peer) {
    return visits.computeIfAbsent(peer, newcomer -> new Visit());
  }

  private Mono<Void> patiently(Sinks.Empty<Void> sink) {
    return sink.asMono().timeout(PATIENCE, Mono.empty(), timer);
  }
}
