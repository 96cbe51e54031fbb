/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.AccessList;
import org.reactorp2p.pool.bandwidth.SharedBandwidth;
import org.reactorp2p.pool.connect.ConnectionRoll;
import org.reactorp2p.pool.connect.Grapevine;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.connect.Scorekeeper;
import org.reactorp2p.pool.connect.Warden;
import org.reactorp2p.pool.event.EventHub;
import org.reactorp2p.pool.event.EventTally;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.Probes;
import org.reactorp2p.pool.peer.Memory;
import org.reactorp2p.pool.peer.MemoryContext;
import org.reactorp2p.pool.peer.Passage;
import org.reactorp2p.pool.peer.PassageTable;
import org.reactorp2p.pool.peer.Register;
import org.reactorp2p.pool.peer.Trust;
import org.reactorp2p.pool.stat.NetworkStat;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What a network has from the moment it is built, so that people can subscribe before it starts.
 */
final class Premises<M> {

  private final Office office;
  private final ConnectionRoll<M> roll;
  private final Warden<M> warden;
  private final Bookkeeper bookkeeper;
  private final Scorekeeper scores;
  private final SharedBandwidth bandwidth;
  private final TableSizes tables;
  private final Watchdog watchdog;
  private final Grapevine grapevine;
  private Optional<Point> listening = Optional.empty(); // confined to the decisions' thread

  Premises(Blueprint<M> plan) {
    Environment environment = plan.environment();
    Scheduler decisions = environment.decisions().get();
    this.roll = new ConnectionRoll<>(decisions, environment.delivery());
    var events = new EventHub(decisions, environment.delivery(), this::asEvents);
    InstantSource clock = SteadyClock.on(decisions);
    AccessList access = plan.accessList(clock);
    var passages = new PassageTable();
    var context = new MemoryContext(clock, environment.random(), events::emit, trustOf(access));
    var memory = new Memory(plan.config().memory(), passages, context);
    var register = new Register(passages, memory);
    this.office =
        new Office(decisions, environment.random(), events, clock, register, access, new Probes());
    this.tables = new TableSizes(office);
    this.watchdog = new Watchdog(office);
    this.warden = new Warden<>(office, plan.admissionPolicy(), roll);
    this.bookkeeper = new Bookkeeper(plan.book(), office, environment.delivery(), plan.config());
    this.scores = new Scorekeeper(office, roll, plan.score());
    this.bandwidth = plan.bandwidth(scores, decisions);
    this.grapevine =
        new Grapevine(
            office, plan.config().access().visitors(), plan.config().exchange().discovery());
  }

  private static Trust trustOf(AccessList access) {
    return new Trust() {
      @Override
      public boolean trusts(Point point) {
        return access.isTrusted(point);
      }

      @Override
      public boolean trusts(PeerId peer) {
        return access.isTrusted(peer, Optional.empty());
      }
    };
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

  /** What peers are worth. */
  Scorekeeper scores() {
    return scores;
  }

  SharedBandwidth bandwidth() {
    return bandwidth;
  }

  Grapevine grapevine() {
    return grapevine;
  }

  Bookkeeper bookkeeper() {
    return bookkeeper;
  }

  Memory memory() {
    return office.register().memory();
  }

  /** Sees whether anybody decides here. */
  Watchdog watchdog() {
    return watchdog;
  }

  /** How things stand. Any thread. */
  NetworkStat stat(NetworkStat.Broadcasts broadcasts) {
    EventTally tally = office.events().tally();
    return new NetworkStat(
        connections(),
        new NetworkStat.Attempts(tally.open(Direction.INBOUND), tally.open(Direction.OUTBOUND)),
        roll.traffic(),
        broadcasts,
        tables.look(),
        bandwidth.stat(),
        office.events().lost());
  }

  private NetworkStat.Connections connections() {
    int inbound = 0;
    int outbound = 0;
    int privateNodes = 0;
    for (PeerInfo info : roll.infos()) {
      inbound += info.direction() == Direction.INBOUND ? 1 : 0;
      outbound += info.direction() == Direction.OUTBOUND ? 1 : 0;
      privateNodes += info.metadata().privateNode() ? 1 : 0;
    }
    return new NetworkStat.Connections(inbound, outbound, privateNodes);
  }

  /** On the decisions' thread: somebody is where we expect somebody else. */
  void disown(Passage impostor) {
    if (impostor.isPending()) {
      office.withdraw(impostor);
    } else {
      impostor.peer().flatMap(roll::find).ifPresent(Premises::hangUp);
    }
  }

  private static void hangUp(PeerConnection<?> connection) {
    connection.disconnect(new DisconnectReason.UnexpectedPeer()).subscribe();
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
