/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.P2pEvent.TurnedAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.util.retry.Retry;

/**
 * Takes the links that others open to us. Strangers beyond the gate's limit, or the meter's rate,
 * are hung up on before a byte is spent on them; the rest shake hands. No failure ends it.
 *
 * @param <M> the application's messages
 */
public final class WelcomeWorker<M> {

  /** How long to wait when accepting itself has failed, as the original. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(WelcomeWorker.class);

  private final Office office;
  private final HalfOpenGate gate;
  private final ArrivalMeter meter;
  private final Establisher<M> establisher;

  public WelcomeWorker(
      Office office, HalfOpenGate gate, ArrivalMeter meter, Establisher<M> establisher) {
    this.office = office;
    this.gate = gate;
    this.meter = meter;
    this.establisher = establisher;
  }

  /** Begins to accept; disposing stops it, and leaves the port open. */
  public Disposable start(Listener listener) {
    return listener
        .accept()
        .doOnError(failure -> complain(listener.local(), failure))
        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE).scheduler(office.decisions()))
        .subscribe(this::meet);
  }

  private void complain(Point at, Throwable failure) {
    LOG.warn("cannot accept on {}: {}", at, failure.toString());
    var kind = failure instanceof LinkException link ? link.kind() : LinkException.Kind.OTHER;
    office.decisions().schedule(() -> office.events().emit(new P2pEvent.AcceptingFailed(at, kind)));
  }

  /** On the link's thread: a stranger that is turned away never costs the decisions' time. */
  private void meet(Link link) {
    InetAddress from = link.remote().address();
    if (!gate.enter(from)) {
      hangUp(link, TurnedAway.CROWDED);
    } else if (!meter.admits(from)) {
      gate.leave(from);
      hangUp(link, TurnedAway.TOO_OFTEN);
    } else {
      office.decisions().schedule(() -> greet(link));
    }
  }

  private void hangUp(Link link, TurnedAway why) {
    link.abort();
    office.decisions().schedule(() -> turnedAway(link, why));
  }

  private void turnedAway(Link link, TurnedAway why) {
    office.events().emit(new P2pEvent.IncomingArrived(link.remote()));
    office.events().emit(new P2pEvent.IncomingTurnedAway(link.remote(), why));
  }

  private void greet(Link link) {
    InetAddress from = link.remote().address();
    Optional<TurnedAway> why = objection(from);
    if (why.isPresent()) {
      link.abort();
      gate.leave(from);
      turnedAway(link, why.get());
      return;
    }
    Optional<Attempt<M>> attempt = establisher.incoming(link.remote());
    if (attempt.isEmpty()) {
      link.abort();
      gate.leave(from);
      return;
    }
    attempt.get().whileOpen(() -> gate.leave(from));
    establisher.shakeHands(
        attempt.get(), link, (limited, authenticator) -> authenticator.inbound(limited));
  }

  private Optional<TurnedAway> objection(InetAddress from) {
    return switch (office.access().at(from)) {
      case BANNED -> Optional.of(TurnedAway.BANNED);
      case GREYLISTED -> Optional.of(TurnedAway.GREYLISTED);
      default -> Optional.empty();
    };
  }
}
