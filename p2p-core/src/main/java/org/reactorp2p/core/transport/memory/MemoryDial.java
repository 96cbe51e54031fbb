/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.net.InetAddress;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Offer;

/** A dial on its way there and back. Confined to the loop. */
final class MemoryDial {

  private final MemoryNetwork network;
  private final Offer<Link> offer;
  private final Point to;
  private boolean cancelled;

  private MemoryDial(MemoryNetwork network, Offer<Link> offer, Point to) {
    this.network = network;
    this.offer = offer;
    this.to = to;
  }

  /** Sends the first packet; what the returned task does stops it from being answered. */
  static Runnable begin(MemoryNetwork network, InetAddress from, Point to, Offer<Link> offer) {
    var dial = new MemoryDial(network, offer, to);
    dial.setOut(from);
    return () -> dial.cancelled = true;
  }

  private void setOut(InetAddress machine) {
    Point from;
    try {
      from = network.route(machine, to);
    } catch (LinkException noWay) {
      network.loop().execute(() -> fail(noWay));
      return;
    }
    network.wire().carry(from, to, () -> knock(from));
  }

  /** At the other machine. */
  private void knock(Point from) {
    if (cancelled) {
      return;
    }
    try {
      MemoryLink link = network.connect(from, to);
      answer(from, () -> offer.make(link));
    } catch (LinkException refused) {
      answer(from, () -> fail(refused));
    }
  }

  private void answer(Point from, Runnable outcome) {
    network.wire().carry(to, from, outcome);
  }

  private void fail(LinkException cause) {
    if (!cancelled) {
      offer.fail(cause);
    }
  }
}
