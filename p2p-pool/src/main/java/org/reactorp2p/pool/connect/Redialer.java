/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.handshake.Remedy;
import org.reactorp2p.pool.peer.Backoff;
import org.reactorp2p.pool.peer.PeerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Wants a connection with the peers that somebody named by hand, for ever: dials, waits longer
 * after each failure in a row, and dials again some time after a connection ended. While such a
 * peer is connected by its own doing, it is left alone.
 *
 * @param <M> the application's messages
 */
public final class Redialer<M> {

  private static final Logger LOG = LoggerFactory.getLogger(Redialer.class);

  private final Office office;
  private final Establisher<M> establisher;
  private final Dialer<M> dialer;
  private final Backoff backoff;

  public Redialer(Office office, Establisher<M> establisher, Dialer<M> dialer, Backoff backoff) {
    this.office = office;
    this.establisher = establisher;
    this.dialer = dialer;
    this.backoff = backoff;
  }

  /** Begins with this one; disposing ends it and gives up a dial in progress. */
  public Disposable keep(PeerAddress address) {
    return new Pursuit(address).rounds().subscribe();
  }

  /** One peer. Confined to the decisions' thread. */
  private final class Pursuit {

    private final PeerAddress address;
    private int failures;
    private boolean hopeless;

    Pursuit(PeerAddress address) {
      this.address = address;
    }

    Mono<Void> rounds() {
      return round().then(Mono.defer(this::pause)).repeat(() -> !hopeless).then();
    }

    private Mono<Void> round() {
      return establisher
          .vacant(address)
          .then(dialer.connect(address, ConnectOptions.DEFAULT))
          .doOnNext(connection -> failures = 0)
          .flatMap(PeerConnection::onClose)
          .then()
          .onErrorResume(AttemptFailedException.class, this::learn);
    }

    private Mono<Void> learn(AttemptFailedException failed) {
      failures++;
      if (failed.setback().remedy() == Remedy.OWN_POINT) {
        hopeless = true;
        LOG.warn("{} is our own address: remove it from the peers to dial", address);
      } else if (failed.setback().needsAttention()) {
        LOG.warn("{}: {}", address, failed.setback().text());
      }
      return Mono.empty();
    }

    private Mono<Long> pause() {
      return hopeless
          ? Mono.empty()
          : Mono.delay(backoff.delay(failures, office.random()), office.decisions());
    }
  }
}
