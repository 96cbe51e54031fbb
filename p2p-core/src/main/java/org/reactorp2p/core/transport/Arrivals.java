/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * The stream of links a listener accepts, for those who write a transport: keeps {@link
 * Listener#accept()}'s promises. Holds no queue: a link nobody has asked for is aborted.
 */
public final class Arrivals extends Flux<Link> {

  private final Loop loop;
  private @Nullable Host host;
  private boolean ended;

  /** Emits on {@code loop}. */
  public Arrivals(Loop loop) {
    this.loop = Objects.requireNonNull(loop, "loop");
  }

  /**
   * Passes the link on, or aborts it. Callable from any thread. In a turn of its own: whoever
   * subscribed before the link came is then known, even if that turn was still to come.
   */
  public void arrive(Link link) {
    loop.execute(() -> welcome(link));
  }

  /** No more will come. Callable from any thread. */
  public void complete() {
    loop.run(this::end);
  }

  @Override
  public void subscribe(CoreSubscriber<? super Link> actual) {
    loop.run(() -> start(actual));
  }

  private void start(CoreSubscriber<? super Link> actual) {
    if (host != null) {
      Operators.error(
          actual,
          new IllegalStateException("a listener's accept() serves one subscriber at a time"));
    } else if (ended) {
      Operators.complete(actual);
    } else {
      host = new Host(actual);
      actual.onSubscribe(host);
    }
  }

  private void welcome(Link link) {
    Host h = host;
    if (h == null || h.demand == 0) {
      link.abort();
    } else {
      h.demand = h.demand == Long.MAX_VALUE ? h.demand : h.demand - 1;
      h.actual.onNext(link);
    }
  }

  private void end() {
    ended = true;
    Host h = host;
    host = null;
    if (h != null) {
      h.actual.onComplete();
    }
  }

  private final class Host implements Subscription {
    private final CoreSubscriber<? super Link> actual;
    private long demand;

    Host(CoreSubscriber<? super Link> actual) {
      this.actual = actual;
    }

    @Override
    public void request(long n) {
      loop.run(() -> add(n));
    }

    private void add(long n) {
      if (host != this) {
        return;
      }
      if (n <= 0) {
        host = null;
        actual.onError(new IllegalArgumentException("demand must be positive, got " + n));
        return;
      }
      demand = Operators.addCap(demand, n);
    }

    @Override
    public void cancel() {
      loop.run(this::leave);
    }

    private void leave() {
      if (host == this) {
        host = null;
      }
    }
  }
}
