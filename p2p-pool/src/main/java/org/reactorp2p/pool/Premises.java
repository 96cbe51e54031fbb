/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.bandwidth.SharedBandwidth;
import org.reactorp2p.pool.connect.ConnectionRoll;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.connect.Warden;
import org.reactorp2p.pool.event.EventHub;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.exchange.ControlTally;
import org.reactorp2p.pool.peer.PassageTable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What a network has from the moment it is built, so that people can subscribe before it starts.
 */
final class Premises<M> {

  private final Office office;
  private final ConnectionRoll<M> roll;
  private final Warden<M> warden;
  private final SharedBandwidth bandwidth;
  private final ControlTally control = new ControlTally();
  private Optional<Point> listening = Optional.empty(); // confined to the decisions' thread

  Premises(Blueprint<M> plan) {
    Environment environment = plan.environment();
    Scheduler decisions = environment.decisions().get();
    this.roll = new ConnectionRoll<>(decisions, environment.delivery());
    var events = new EventHub(decisions, environment.delivery(), this::asEvents);
    InstantSource clock = SteadyClock.on(decisions);
    this.office =
        new Office(
            decisions,
            environment.random(),
            events,
            clock,
            new PassageTable(),
            plan.accessList(clock));
    this.warden = new Warden<>(office, plan.admissionPolicy(), roll);
    this.bandwidth = plan.bandwidth(decisions);
    roll.connected().subscribe(control::attend);
  }

  Office office() {
    return office;
  }

  ConnectionRoll<M> roll() {
    return roll;
  }

  Warden<M> warden() {
    return warden;
  }

  SharedBandwidth bandwidth() {
    return bandwidth;
  }

  ControlTally control() {
    return control;
  }

  /** On the decisions' thread: others reach us there. */
  void listenAt(Point at) {
    listening = Optional.of(at);
    office.events().emit(new P2pEvent.ListeningStarted(at));
  }

  /** Nothing happens here any more; the streams complete. */
  Mono<Void> close() {
    return Mono.<Void>fromRunnable(
            () -> {
              roll.close();
              office.events().close();
              bandwidth.dispose();
            })
        .subscribeOn(office.decisions());
  }

  private List<P2pEvent> asEvents() {
    List<P2pEvent> now = new ArrayList<>();
    listening.ifPresent(at -> now.add(new P2pEvent.ListeningStarted(at)));
    roll.all().forEach(connection -> now.add(new P2pEvent.Connected(connection.info())));
    return now;
  }
}
