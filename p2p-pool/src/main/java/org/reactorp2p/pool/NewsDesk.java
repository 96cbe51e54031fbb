/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.pool.connect.Dialer;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.exchange.ControlDesk;
import org.reactorp2p.pool.exchange.ControlIntake;
import org.reactorp2p.pool.exchange.ControlPost;
import org.reactorp2p.pool.exchange.Outreach;
import org.reactorp2p.pool.exchange.PointExchange;
import org.reactorp2p.pool.swap.SwapHouse;
import org.reactorp2p.pool.swap.Swapper;
import reactor.core.Disposable;

/**
 * What keeps our view of the network fresh, put together: hands each control message to whom it
 * concerns, and what maintenance asks for likewise. Confined to the decisions' thread.
 */
final class NewsDesk<M> implements ControlDesk<M>, Outreach {

  private final Premises<M> premises;
  private final ControlPost<M> post;
  private final PointExchange<M> points;
  private final Swapper<M> swapper;

  NewsDesk(Blueprint<M> plan, Premises<M> premises, Dialer<M> dialer) {
    this.premises = premises;
    this.post = new ControlPost<>(premises.office());
    this.points = new PointExchange<>(premises.grapevine(), premises.roll(), post);
    this.swapper =
        new Swapper<>(
            plan.config().swap(),
            new SwapHouse<>(
                premises.office(),
                plan.identity().peerId(),
                plan.config().access().visitors(),
                premises.roll(),
                premises.grapevine(),
                dialer,
                post));
  }

  /** Takes the control messages of all connections, now and from now on; disposing ends it. */
  Disposable open(NetworkConfig config) {
    Office office = premises.office();
    var intake =
        new ControlIntake<>(office, premises.roll(), config.exchange().throttles(), post, this);
    return premises.roll().connected().subscribe(intake::attend);
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
  public void wakeDiscovery() {}

  @Override
  public void proposeSwap() {
    swapper.propose();
  }
}
