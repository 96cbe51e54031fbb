/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.pool.connect.ArrivalMeter;
import org.reactorp2p.pool.connect.ConnectOptions;
import org.reactorp2p.pool.connect.DialLimits;
import org.reactorp2p.pool.connect.Dialer;
import org.reactorp2p.pool.connect.Establisher;
import org.reactorp2p.pool.connect.HalfOpenGate;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.connect.Redialer;
import org.reactorp2p.pool.connect.WelcomeWorker;
import org.reactorp2p.pool.exchange.Outreach;
import org.reactorp2p.pool.maintenance.MaintenanceWorker;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What exists only between start and stop: an open port, workers, and the one who moves the table.
 */
final class RunningNetwork<M> {

  /** What stopping may take beyond the drain limit: the last goodbyes of the sockets. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Premises<M> premises;
  private final NetworkConfig config;
  private final TransportLease lease;
  private final Optional<Listener> listener;
  private final Establisher<M> establisher;
  private final Dialer<M> dialer;
  private final NewsDesk<M> news;
  private final Optional<MaintenanceWorker> maintenance;
  private final Disposable.Composite workers = Disposables.composite();

  private RunningNetwork(
      Blueprint<M> plan, Premises<M> premises, TransportLease lease, Optional<Listener> listener) {
    Office office = premises.office();
    this.premises = premises;
    this.config = plan.config();
    this.lease = lease;
    this.listener = listener;
    this.establisher =
        new Establisher<>(
            office,
            plan.admissionPolicy(),
            premises.grapevine(),
            premises.roll(),
            premises.bandwidth(),
            plan.authenticators(listening(), office.decisions()),
            plan.opening(office.decisions()));
    this.dialer =
        new Dialer<>(
            office,
            lease.transport(),
            establisher,
            new DialLimits(config.handshake().outboundTimeout(), config.limits().maxDials()));
    this.news = new NewsDesk<>(plan, premises, dialer);
    this.maintenance =
        config.maintenance().interval().map(interval -> plan.maintenance(premises, dialer, news));
  }

  /**
   * Reads the peer book, opens the port, if there is to be one, and then sets everybody to work.
   * Cold; when it fails or is cancelled, nothing is left open.
   */
  static <M> Mono<RunningNetwork<M>> open(Blueprint<M> plan, Premises<M> premises) {
    return Mono.defer(
        () -> {
          TransportLease lease = plan.environment().transport().get();
          return premises
              .bookkeeper()
              .open()
              .then(port(plan.config(), lease.transport()))
              .map(listener -> new RunningNetwork<>(plan, premises, lease, listener))
              .doOnNext(RunningNetwork::begin)
              .onErrorResume(failure -> lease.release().then(Mono.error(failure)))
              .doOnCancel(() -> lease.release().subscribe());
        });
  }

  private static Mono<Optional<Listener>> port(NetworkConfig config, Transport transport) {
    return config
        .listen()
        .map(at -> transport.listen(at).map(Optional::of))
        .orElseGet(() -> Mono.just(Optional.empty()));
  }

  /** Where others reach us. */
  Optional<Point> listening() {
    return listener.map(Listener::local);
  }

  Mono<PeerConnection<M>> connect(PeerAddress address, ConnectOptions options) {
    return dialer.connect(address, options);
  }

  /** To hear of more points, and to mix the network. */
  Outreach news() {
    return news;
  }

  /** Keeps the number of connections right, if somebody does. */
  Optional<MaintenanceWorker> maintenance() {
    return maintenance;
  }

  /** What is wrong with those who work here, a sentence each. */
  List<String> complaints() {
    return maintenance.filter(MaintenanceWorker::isDisposed).isPresent()
        ? List.of("maintenance has ended")
        : List.of();
  }

  private void begin() {
    Office office = premises.office();
    workers.add(premises.bandwidth().keepWeighing());
    workers.add(news.open(lease.transport(), listening()));
    workers.add(premises.bookkeeper().keep());
    var gate =
        new HalfOpenGate(
            config.limits().maxUnauthenticated(), config.limits().maxUnauthenticatedPerAddress());
    var meter =
        new ArrivalMeter(
            config.limits().arrivals(), config.access().perAddress().loopback(), office.clock());
    var welcome = new WelcomeWorker<>(office, gate, meter, establisher);
    listener.ifPresent(
        open -> {
          workers.add(welcome.start(open));
          office.decisions().schedule(() -> premises.listenAt(open.local()));
        });
    var redialer = new Redialer<>(office, establisher, dialer, config.redial());
    config.peers().forEach(peer -> workers.add(redialer.keep(peer)));
    maintenance.ifPresent(
        worker -> {
          workers.add(worker);
          office.decisions().schedule(worker::begin);
        });
  }

  /**
   * Ends everything: no more dials, no more strangers, then the connections, each with its reason;
   * and saves the peer book. Cold; completes some seconds after the drain limit at the latest.
   */
  Mono<Void> close() {
    Scheduler decisions = premises.office().decisions();
    return Mono.defer(
            () -> {
              workers.dispose();
              Mono<Void> port = listener.map(Listener::close).orElseGet(Mono::empty);
              return Mono.when(port, establisher.close(config.drainLimit()));
            })
        .subscribeOn(decisions)
        .timeout(config.drainLimit().plus(FAREWELL), Mono.empty(), decisions)
        .then(premises.bookkeeper().save())
        .then(lease.release());
  }
}
