/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.connect.ConnectOptions;
import org.reactorp2p.pool.connect.Dialer;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Dials one candidate after the other at a measured pace, a few at once, until as many are
 * connected as are wanted, or nobody is left. Confined to the decisions' thread.
 */
final class DialRound implements Disposable {

  private final Office office;
  private final Dialer<?> dialer;
  private final Company company;
  private final DialPace pace;
  private final Plan.Dial plan;
  private final Iterator<Point> candidates;
  private final Disposable.Composite dials = Disposables.composite();
  private final Disposable.Swap pause = Disposables.swap();
  private final Sinks.Empty<Void> over = Sinks.empty();
  private int inFlight;
  private boolean pausing;

  DialRound(
      Office office,
      Dialer<?> dialer,
      Company company,
      DialPace pace,
      Plan.Dial plan,
      List<Point> candidates) {
    this.office = office;
    this.dialer = dialer;
    this.company = company;
    this.pace = pace;
    this.plan = plan;
    this.candidates = candidates.iterator();
  }

  /** Begins; completes when enough are connected, or the last dial is over. */
  Mono<Void> run() {
    // Even the first waits: many nodes may have lost their peers in the same moment.
    pauseForAWhile();
    return over.asMono();
  }

  private void pauseForAWhile() {
    pausing = true;
    long gap = pace.gap(office.random()).toNanos();
    pause.update(office.decisions().schedule(this::goOn, gap, TimeUnit.NANOSECONDS));
  }

  private void goOn() {
    pausing = false;
    next();
  }

  private void next() {
    Turnout now = company.turnout();
    if (plan.isMet(now) || !candidates.hasNext() && inFlight == 0) {
      over.tryEmitEmpty();
    } else if (!pausing && candidates.hasNext() && hasRoom(now)) {
      dial(candidates.next());
      pauseForAWhile();
    }
  }

  private boolean hasRoom(Turnout now) {
    return inFlight < pace.parallel() && now.all() + inFlight < plan.atMost();
  }

  private void dial(Point point) {
    inFlight++;
    dials.add(
        dialer
            .connect(PeerAddress.of(point), ConnectOptions.DEFAULT)
            .subscribe(connected -> landed(), failed -> landed()));
  }

  private void landed() {
    inFlight--;
    // A task of its own: whoever tells it is in the middle of a move.
    office.decisions().schedule(this::next);
  }

  /** Gives up the dials in flight. */
  @Override
  public void dispose() {
    pause.dispose();
    dials.dispose();
  }
}
