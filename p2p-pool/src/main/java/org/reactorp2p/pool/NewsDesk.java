/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.exchange.ControlDesk;
import org.reactorp2p.pool.exchange.ControlIntake;
import org.reactorp2p.pool.exchange.ControlPost;
import org.reactorp2p.pool.exchange.Outreach;
import org.reactorp2p.pool.exchange.PointExchange;
import reactor.core.Disposable;

/**
 * What keeps our view of the network fresh, put together: hands each control message to whom it
 * concerns, and what maintenance asks for likewise. Confined to the decisions' thread.
 */
final class NewsDesk<M> implements ControlDesk<M>, Outreach {

  private final Premises<M> premises;
  private final ControlPost<M> post;
  private final PointExchange<M> points;

  NewsDesk(Premises<M> premises) {
    this.premises = premises;
    this.post = new ControlPost<>(premises.office());
    this.points = new PointExchange<>(premises.grapevine(), premises.roll(), post);
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
    }
  }

  @Override
  public int askForPoints() {
    return points.askForPoints();
  }

  @Override
  public void wakeDiscovery() {}

  @Override
  public void proposeSwap() {}
}
