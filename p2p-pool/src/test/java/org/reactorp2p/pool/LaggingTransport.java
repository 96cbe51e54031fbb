/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.reactivestreams.Publisher;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A way to others on which ports, dials and bytes take their time, each as long as the dice say; it
 * counts the links that are open.
 */
final class LaggingTransport implements Transport {

  private final Transport inner;
  private final Duration most;
  private final RandomGenerator random;
  private final Scheduler time;
  private final AtomicInteger open = new AtomicInteger();

  LaggingTransport(Transport inner, Duration most, RandomGenerator random, Scheduler time) {
    this.inner = inner;
    this.most = most;
    this.random = random;
    this.time = time;
  }

  /** Links made and not closed yet. */
  int open() {
    return open.get();
  }

  @Override
  public Mono<Link> dial(Point to) {
    return Mono.defer(() -> inner.dial(to).delaySubscription(lag(), time)).map(LaggingLink::new);
  }

  @Override
  public Mono<Listener> listen(Point on) {
    return Mono.defer(() -> inner.listen(on).delaySubscription(lag(), time))
        .map(LaggingListener::new);
  }

  private Duration lag() {
    // Mostly quick and sometimes not: so that what was sent later often comes earlier.
    long millis = random.nextInt(4) == 0 ? random.nextLong(most.toMillis() + 1) : 0;
    return Duration.ofMillis(millis).plusNanos(random.nextLong(1_000_000));
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
      open.incrementAndGet();
      link.onClose().subscribe(null, null, open::decrementAndGet);
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
    public Flux<Chunk> receive() {
      return link.receive()
          .map(Chunk::copy)
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
