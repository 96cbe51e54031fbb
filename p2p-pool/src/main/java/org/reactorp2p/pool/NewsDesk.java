/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.Optional;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.connect.Dialer;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.discovery.Beacon;
import org.reactorp2p.pool.discovery.BeaconConfig;
import org.reactorp2p.pool.discovery.BeaconVoice;
import org.reactorp2p.pool.discovery.Finds;
import org.reactorp2p.pool.exchange.ControlDesk;
import org.reactorp2p.pool.exchange.ControlIntake;
import org.reactorp2p.pool.exchange.ControlPost;
import org.reactorp2p.pool.exchange.Outreach;
import org.reactorp2p.pool.exchange.PointExchange;
import org.reactorp2p.pool.swap.SwapHouse;
import org.reactorp2p.pool.swap.Swapper;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * What keeps our view of the network fresh, put together: hands each control message to whom it
 * concerns, and what maintenance asks for likewise. Confined to the decisions' thread, once it is
 * open.
 */
final class NewsDesk<M> implements ControlDesk<M>, Outreach {

  private final Blueprint<M> plan;
  private final Premises<M> premises;
  private final ControlPost<M> post;
  private final PointExchange<M> points;
  private final Swapper<M> swapper;
  private Optional<Beacon> beacon = Optional.empty(); // set before anything comes

  NewsDesk(Blueprint<M> plan, Premises<M> premises, Dialer<M> dialer) {
    Office office = premises.office();
    this.plan = plan;
    this.premises = premises;
    this.post = new ControlPost<>(office);
    this.points = new PointExchange<>(premises.grapevine(), premises.roll(), post);
    this.swapper =
        new Swapper<>(
            plan.config().swap(),
            new SwapHouse<>(
                office,
                plan.identity().peerId(),
                plan.config().access().visitors(),
                premises.roll(),
                premises.grapevine(),
                dialer,
                post));
  }

  /**
   * Takes the control messages of all connections, now and from now on, and lights the beacon, if
   * there is to be one; disposing ends both.
   *
   * @param listening where others reach us, if they do
   */
  Disposable open(Transport transport, Optional<Point> listening) {
    var work = Disposables.composite();
    var intake =
        new ControlIntake<>(
            premises.office(), premises.roll(), plan.config().exchange().throttles(), post, this);
    plan.config().beacon().ifPresent(where -> work.add(light(where, transport, listening)));
    work.add(premises.roll().connected().subscribe(intake::attend));
    return work;
  }

  private Disposable light(BeaconConfig where, Transport transport, Optional<Point> listening) {
    Office office = premises.office();
    var finds = new Finds(office, where.found(), this::trust);
    var voice =
        new BeaconVoice(plan.identity().peerId(), plan.config().announcement().port(listening));
    var lit = new Beacon(office, where, voice, finds);
    beacon = Optional.of(lit);
    Disposable meetings =
        premises
            .roll()
            .connected()
            .subscribe(
                connection -> office.decisions().schedule(() -> finds.met(connection.info())));
    return Disposables.composite(lit.start(transport), meetings);
  }

  /** In vain where as many are trusted as may be. */
  private void trust(Trustee found) {
    premises.warden().trust(found).onErrorComplete().subscribe();
  }

  @Override
  public void take(PeerConnection<M> from, PeerMessage<M> message) {
    if (message instanceof PeerMessage.Bootstrap<M>) {
      points.bootstrap(from);
    } else if (message instanceof PeerMessage.Advertise<M> told) {
      points.advertise(from, told.points());
    } else if (message instanceof PeerMessage.SwapRequest<M> request) {
      swapper.proposed(from, request);
    } else if (message instanceof PeerMessage.SwapAck<M> ack) {
      swapper.answered(from, ack);
    }
  }

  @Override
  public int askForPoints() {
    return points.askForPoints();
  }

  @Override
  public void wakeDiscovery() {
    beacon.ifPresent(Beacon::wake);
  }

  @Override
  public void proposeSwap() {
    swapper.propose();
  }
}
