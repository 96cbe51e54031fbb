/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.net.InetAddress;
import java.util.function.Supplier;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.DatagramPort;
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

  private static final Offer.Fate<DatagramPort> PORT =
      new Offer.Fate<>(
          port -> ((MemoryDatagramPort) port).isTaken(), port -> port.close().subscribe());

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
    return later(LISTENER, () -> network.open(address, on));
  }

  @Override
  public Mono<DatagramPort> datagrams(Point on, int longest) {
    return later(PORT, () -> network.openDatagrams(address, on, longest));
  }

  /** Made two turns after it was asked for, so that there is a moment to cancel in. */
  private <T> Mono<T> later(Offer.Fate<T> fate, Supplier<? extends T> source) {
    MemoryLoop loop = network.loop();
    return Offer.of(
        loop,
        fate,
        offer -> {
          return loop.soon(() -> make(offer, source))::dispose;
        });
  }

  private static <T> void make(Offer<T> offer, Supplier<? extends T> source) {
    T made;
    try {
      made = source.get();
    } catch (LinkException failed) {
      offer.fail(failed);
      return;
    }
    offer.make(made);
  }
}
