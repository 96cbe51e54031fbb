/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.publisher.Mono;

/**
 * Opens links to others.
 *
 * @param <M> the application's messages
 */
public final class Dialer<M> {

  private final Office office;
  private final Transport transport;
  private final Establisher<M> establisher;
  private final Duration patience;

  /**
   * @param patience the time for everything: link, handshake and answer
   */
  public Dialer(Office office, Transport transport, Establisher<M> establisher, Duration patience) {
    this.office = office;
    this.transport = transport;
    this.establisher = establisher;
    this.patience = patience;
  }

  /**
   * Tries once to have a connection, in its own way. Cold; cancelling closes the socket, whatever
   * it is doing, and does nothing to a connection that runs already.
   *
   * @return the connection, emitted on the decisions' thread and owned by the network; or an {@link
   *     AttemptFailedException}
   */
  public Mono<PeerConnection<M>> connect(PeerAddress address, ConnectOptions options) {
    return Mono.defer(() -> begin(address, options.timeout().orElse(patience)))
        .subscribeOn(office.decisions());
  }

  private Mono<PeerConnection<M>> begin(PeerAddress address, Duration limit) {
    Attempt<M> attempt = establisher.outgoing(address);
    attempt.whileOpen(
        office
            .decisions()
            .schedule(() -> establisher.timeOut(attempt), limit.toNanos(), TimeUnit.NANOSECONDS));
    attempt.whileOpen(
        Landing.of(
            transport.dial(address.point()),
            office.decisions(),
            link -> greet(attempt, link, address, limit),
            failure -> establisher.unreachable(attempt, failure)));
    return attempt
        .outcome()
        .doOnCancel(
            () -> office.decisions().schedule(() -> establisher.withdraw(attempt.passage())));
  }

  private void greet(Attempt<M> attempt, Link link, PeerAddress address, Duration limit) {
    if (attempt.isOver()) {
      link.abort();
      return;
    }
    attempt.passage().linked();
    establisher.shakeHands(
        attempt,
        link,
        (limited, authenticator) ->
            authenticator.withOutboundTimeout(limit).outbound(limited, address.expected()));
  }
}
