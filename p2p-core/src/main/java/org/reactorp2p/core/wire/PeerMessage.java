/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.List;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * A message between two connected peers: five of this layer's own, and the application's.
 *
 * @param <M> the application's messages
 */
public sealed interface PeerMessage<M> {

  /** Asks the receiver to close the connection. Octez never sends it. */
  record Disconnect<M>() implements PeerMessage<M> {}

  /** Asks for points. */
  record Bootstrap<M>() implements PeerMessage<M> {}

  /**
   * Tells points, as claims nobody has checked.
   *
   * @param points at most 100; copied
   */
  record Advertise<M>(List<Point> points) implements PeerMessage<M> {
    public Advertise {
      points = PointList.checked(points);
    }
  }

  /** Offers the named peer at the point in exchange for one of the receiver's. */
  record SwapRequest<M>(Point point, PeerId peerId) implements PeerMessage<M> {}

  /** Takes the offer and names the peer given in exchange. */
  record SwapAck<M>(Point point, PeerId peerId) implements PeerMessage<M> {}

  /** A message of the layer above. */
  record Application<M>(M message) implements PeerMessage<M> {}
}
