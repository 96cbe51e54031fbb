/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.net.InetAddress;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Offer;
import org.reactorp2p.core.transport.Transport;
import reactor.core.publisher.Mono;

/** One machine of a memory network. */
final class MemoryMachine implements Transport {

  private static final Offer.Fate<Link> LINK =
      new Offer.Fate<>(link -> ((MemoryLink) link).isTaken(), Link::abort);
  private static final Offer.Fate<Listener> LISTENER =
      new Offer.Fate<>(
          listener -> ((MemoryListener) listener).isTaken(),
          listener -> listener.close().subscribe());

  private final MemoryNetwork network;
  private final InetAddress address;

  MemoryMachine(MemoryNetwork network, InetAddress address) {
    this.network = network;
    this.address = address;
  }

  @Override
  public Mono<Link> dial(Point to) {
    return Offer.of(network.loop(), LINK, offer -> MemoryDial.begin(network, address, to, offer));
  }

  @Override
  public Mono<Listener> listen(Point on) {
    MemoryLoop loop = network.loop();
    // Two turns after it was asked for, so that there is a moment to cancel in.
    return Offer.of(
        loop,
        LISTENER,
        offer -> {
          return loop.soon(() -> open(offer, on))::dispose;
        });
  }

  private void open(Offer<Listener> offer, Point on) {
    MemoryListener made;
    try {
      made = network.open(address, on);
    } catch (LinkException failed) {
      offer.fail(failed);
      return;
    }
    offer.make(made);
  }
}
