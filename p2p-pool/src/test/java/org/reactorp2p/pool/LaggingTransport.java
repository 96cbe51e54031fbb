/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.reactivestreams.Publisher;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A way to others on which dials and bytes take their time, each as long as the dice say. */
record LaggingTransport(Transport inner, Duration most, RandomGenerator random, Scheduler time)
    implements Transport {

  @Override
  public Mono<Link> dial(Point to) {
    return Mono.defer(() -> inner.dial(to).delaySubscription(lag(), time)).map(LaggingLink::new);
  }

  @Override
  public Mono<Listener> listen(Point on) {
    return inner.listen(on).map(LaggingListener::new);
  }

  private Duration lag() {
    return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
  }

  private final class LaggingListener implements Listener {
    private final Listener listener;

    LaggingListener(Listener listener) {
      this.listener = listener;
    }

    @Override
    public Point local() {
      return listener.local();
    }

    @Override
    public Flux<Link> accept() {
      return listener.accept().map(LaggingLink::new);
    }

    @Override
    public Mono<Void> close() {
      return listener.close();
    }
  }

  private final class LaggingLink implements Link {
    private final Link link;

    LaggingLink(Link link) {
      this.link = link;
    }

    @Override
    public Point local() {
      return link.local();
    }

    @Override
    public Point remote() {
      return link.remote();
    }

    @Override
    public Flux<byte[]> receive() {
      return link.receive()
          .concatMap(chunk -> Mono.delay(lag(), time).thenReturn(chunk), 0)
          .publishOn(link.scheduler(), 1);
    }

    @Override
    public Mono<Void> send(Publisher<byte[]> chunks) {
      return link.send(chunks);
    }

    @Override
    public Scheduler scheduler() {
      return link.scheduler();
    }

    @Override
    public Mono<Void> close() {
      return link.close();
    }

    @Override
    public void abort() {
      link.abort();
    }

    @Override
    public Mono<Void> onClose() {
      return link.onClose();
    }
  }
}
