/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.reactorp2p.core.connection.DisconnectedException;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.node.journal.Journal;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.pool.event.P2pEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Runs a network, greets whoever comes, and writes down what happens. */
final class Daemon {

  private final P2pNetwork<RawMessage, ?, ?> network;
  private final Conduct conduct;
  private final Journal journal;
  private final Runnable whenStarted;
  private final Scheduler desk;
  private final Visits visits;

  /**
   * @param network not started yet
   * @param whenStarted called once, when the network runs
   * @param desk where the journal is written; may block
   */
  Daemon(
      P2pNetwork<RawMessage, ?, ?> network,
      Conduct conduct,
      Journal journal,
      Runnable whenStarted,
      Scheduler desk) {
    this.network = network;
    this.conduct = conduct;
    this.journal = journal;
    this.whenStarted = whenStarted;
    this.desk = desk;
    this.visits = new Visits(desk);
  }

  /**
   * Starts the network and lives as long as it does. Cold; completes after {@link P2pNetwork#stop},
   * when the last event is written, and fails as {@link P2pNetwork#start} does.
   */
  Mono<Void> run() {
    return Mono.defer(
        () -> {
          Mono<Void> events = network.events().concatMap(this::write, 1).then();
          Mono<Void> connections =
              network.connected().flatMap(this::serve, Integer.MAX_VALUE, 1).then();
          // Listened to before it starts, so that nothing is missed.
          Mono<?> start = network.start().doOnNext(running -> whenStarted.run());
          return Mono.when(events, connections, start);
        });
  }

  private Mono<Void> write(P2pEvent event) {
    if (event instanceof P2pEvent.Disconnected gone) {
      return visits.served(gone.info()).then(written(event));
    }
    if (event instanceof P2pEvent.Connected here) {
      return written(event).doOnTerminate(() -> visits.announce(here.info()));
    }
    return written(event);
  }

  private Mono<Void> written(P2pEvent event) {
    return Mono.fromRunnable(() -> journal.write(Entries.of(event)));
  }

  private Mono<Void> serve(PeerConnection<RawMessage> connection) {
    Mono<Void> greeting =
        Flux.fromIterable(conduct.greetings())
            .concatMap(message -> greet(connection, message))
            .then();
    Mono<Void> listening =
        connection.receive().publishOn(desk, 1).concatMap(m -> take(connection, m), 1).then();
    return visits
        .announced(connection.info())
        .then(Mono.when(unlessGone(greeting), unlessGone(listening)))
        .doFinally(end -> visits.serve(connection.info()));
  }

  private Mono<Void> greet(PeerConnection<RawMessage> connection, RawMessage message) {
    return connection
        .send(message)
        .then(Mono.fromRunnable(() -> write("sent", connection, message)));
  }

  private Mono<Void> take(PeerConnection<RawMessage> connection, RawMessage message) {
    write("message", connection, message);
    return switch (conduct.answer()) {
      case NONE -> Mono.empty();
      case ECHO -> connection.send(message);
    };
  }

  private void write(String event, PeerConnection<RawMessage> connection, RawMessage message) {
    journal.write(Entries.message(event, connection.info(), message, sha256(message.body())));
  }

  /** That a connection ends is an event and stands in the journal already. */
  private static Mono<Void> unlessGone(Mono<Void> work) {
    return work.onErrorComplete(DisconnectedException.class);
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
