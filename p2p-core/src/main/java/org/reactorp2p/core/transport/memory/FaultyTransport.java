/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.DatagramPort;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A transport all of whose links have a fault. */
record FaultyTransport(Transport sound, LinkFault fault) implements Transport {

  @Override
  public Mono<Link> dial(Point to) {
    return sound.dial(to).map(fault::on);
  }

  @Override
  public Mono<Listener> listen(Point on) {
    return sound.listen(on).map(listener -> new FaultyListener(listener, fault));
  }

  /** Datagrams are not links, and get through. */
  @Override
  public Mono<DatagramPort> datagrams(Point on, int longest) {
    return sound.datagrams(on, longest);
  }

  private record FaultyListener(Listener sound, LinkFault fault) implements Listener {

    @Override
    public Point local() {
      return sound.local();
    }

    @Override
    public Flux<Link> accept() {
      return sound.accept().map(fault::on);
    }

    @Override
    public Mono<Void> close() {
      return sound.close();
    }
  }
}
