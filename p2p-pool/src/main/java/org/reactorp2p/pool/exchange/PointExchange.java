/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.pool.admission.PointSelection.Asker;
import org.reactorp2p.pool.connect.ConnectionRoll;
import org.reactorp2p.pool.connect.Grapevine;
import org.reactorp2p.pool.event.Disregard;

/**
 * Tells peers that ask which points they may try, hears what others tell, and asks them. Confined
 * to the decisions' thread.
 *
 * @param <M> the application's messages
 */
public final class PointExchange<M> {

  private final Grapevine grapevine;
  private final ConnectionRoll<M> roll;
  private final ControlPost<M> post;

  public PointExchange(Grapevine grapevine, ConnectionRoll<M> roll, ControlPost<M> post) {
    this.grapevine = grapevine;
    this.roll = roll;
    this.post = post;
  }

  /** A peer asks for points: told once, at most 50, and nothing where there is nothing to tell. */
  public void bootstrap(PeerConnection<M> from) {
    Optional<Disregard> why = objection(from.info());
    if (why.isPresent()) {
      post.ignore(from, MessageKind.BOOTSTRAP, why.get());
      return;
    }
    PeerInfo info = from.info();
    List<Point> points = grapevine.pointsFor(new Asker(info.peerId(), info.idPoint()));
    if (points.isEmpty()) {
      post.ignore(from, MessageKind.BOOTSTRAP, Disregard.NOTHING_TO_TELL);
    } else {
      post.send(from, new PeerMessage.Advertise<>(points));
    }
  }

  private Optional<Disregard> objection(PeerInfo info) {
    return grapevine
        .silence()
        .or(
            () ->
                info.metadata().privateNode()
                    ? Optional.of(Disregard.PRIVATE_SENDER)
                    : Optional.empty());
  }

  /** A peer tells points, asked or not: claims, of which each teller has a share. */
  public void advertise(PeerConnection<M> from, List<Point> points) {
    Optional<Disregard> why = grapevine.silence();
    if (why.isPresent()) {
      post.ignore(from, MessageKind.ADVERTISE, why.get());
    } else {
      grapevine.hear(from.info().remote().address(), points);
    }
  }

  /** As {@link Outreach#askForPoints}. */
  public int askForPoints() {
    if (grapevine.silence().isPresent()) {
      return 0;
    }
    int asked = 0;
    for (PeerConnection<M> connection : roll.all()) {
      boolean mayBeAsked = !connection.info().metadata().privateNode();
      if (mayBeAsked && post.send(connection, new PeerMessage.Bootstrap<>())) {
        asked++;
      }
    }
    return asked;
  }
}
