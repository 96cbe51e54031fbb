/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.time.Duration;
import java.util.Optional;
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
  private final DialSlots slots;
  private final Duration patience;

  public Dialer(Office office, Transport transport, Establisher<M> establisher, DialLimits limits) {
    this.office = office;
    this.transport = transport;
    this.establisher = establisher;
    this.slots = new DialSlots(limits.parallel(), office.decisions());
    this.patience = limits.patience();
  }

  /**
   * Tries once to have a connection, in its own way. Cold; cancelling closes the socket, whatever
   * it is doing, and does nothing to a connection that runs already.
   *
   * @return the connection, emitted on the decisions' thread and owned by the network; or an {@link
   *     AttemptFailedException}
   */
  public Mono<PeerConnection<M>> connect(PeerAddress address, ConnectOptions options) {
    Duration limit = options.timeout().orElse(patience);
    return Mono.deferContextual(
            caller ->
                begin(
                    establisher.outgoing(complete(address), options.teller(), caller),
                    address,
                    limit))
        .subscribeOn(office.decisions());
  }

  /** On the decisions' thread: why we would not even dial there now, if so. */
  public Optional<Setback> objection(PeerAddress address) {
    return establisher.objection(complete(address));
  }

  private Mono<PeerConnection<M>> begin(Attempt<M> attempt, PeerAddress address, Duration limit) {
    attempt.whileOpen(
        office
            .decisions()
            .schedule(() -> establisher.timeOut(attempt), limit.toNanos(), TimeUnit.NANOSECONDS));
    attempt.whileOpen(slots.take(() -> dial(attempt, address, limit)));
    return attempt
        .outcome()
        .doOnCancel(
            () -> office.decisions().schedule(() -> establisher.withdraw(attempt.passage())));
  }

  /** With the peer that we expect there because we trust it, if the caller expects nobody. */
  private PeerAddress complete(PeerAddress address) {
    return new PeerAddress(
        address.point(), address.expected().or(() -> office.access().expectedAt(address.point())));
  }

  private void dial(Attempt<M> attempt, PeerAddress address, Duration limit) {
    attempt.whileOpen(
        Landing.of(
            transport.dial(address.point()),
            office.decisions(),
            attempt.context(),
            link -> greet(attempt, link, limit),
            failure -> establisher.unreachable(attempt, failure)));
  }

  private void greet(Attempt<M> attempt, Link link, Duration limit) {
    if (attempt.isOver()) {
      link.abort();
      return;
    }
    attempt.passage().linked();
    establisher.shakeHands(
        attempt,
        link,
        (limited, authenticator) ->
            authenticator
                .withOutboundTimeout(limit)
                .outbound(limited, attempt.passage().expected()));
  }
}
