/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.limit;

import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.scheduler.BandwidthScheduler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A transport all of whose links, dialled and accepted, share two budgets by equal weight. */
record LimitedTransport(Transport transport, BandwidthScheduler upload, BandwidthScheduler download)
    implements Transport {

  @Override
  public Mono<Link> dial(Point to) {
    return transport.dial(to).map(this::limited);
  }

  @Override
  public Mono<Listener> listen(Point on) {
    return transport.listen(on).map(Port::new);
  }

  Link limited(Link link) {
    return LimitedLink.of(link, upload.open(1), download.open(1));
  }

  private final class Port implements Listener {
    private final Listener listener;

    Port(Listener listener) {
      this.listener = listener;
    }

    @Override
    public Point local() {
      return listener.local();
    }

    @Override
    public Flux<Link> accept() {
      return listener.accept().map(LimitedTransport.this::limited);
    }

    @Override
    public Mono<Void> close() {
      return listener.close();
    }
  }
}
