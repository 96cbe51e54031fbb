/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * One read at a time from a link: the pull view of {@link Link#receive()}, which it subscribes to
 * with the first read. A handshake reads what it needs, puts back what it did not, and hands the
 * reader on; no byte is lost on the way and none is read ahead.
 *
 * <p>Confined to the link's {@link Link#scheduler()}: every method must be called there, and every
 * handler is called there. A handler may read again from within; the stack does not grow.
 */
public final class LinkReader {

  /** Takes the outcome of one read: exactly one method is called, once. */
  public interface Handler {

    /** Some bytes; never empty. They are the handler's until it reads again. */
    void onChunk(Chunk chunk);

    /** The other side has sent its last byte. Every later read ends alike. */
    void onEnd();

    /** The link is lost or closed. Every later read fails alike. */
    void onFailure(Throwable cause);
  }

  private final Link link;
  private final Upstream upstream = new Upstream();

  /** What was put back, delivered before anything new. */
  private @Nullable Chunk rest;

  /** The outstanding read. */
  private @Nullable Handler waiting;

  /** True while {@link #deliver()} runs, which makes a read from within a handler a loop turn. */
  private boolean delivering;

  /** Reads from {@code link}; nothing else may call its {@link Link#receive()}. */
  public LinkReader(Link link) {
    this.link = Objects.requireNonNull(link, "link");
  }

  /**
   * Asks for the next bytes, the end or the failure. What is already known is delivered before this
   * returns, unless called from within a handler: then right after that handler.
   *
   * @throws IllegalStateException if a read is outstanding
   */
  public void read(Handler handler) {
    if (waiting != null) {
      throw new IllegalStateException("a read is outstanding");
    }
    waiting = Objects.requireNonNull(handler, "handler");
    if (rest == null) {
      upstream.pull();
    }
    deliver();
  }

  /**
   * Puts the tail of a chunk back, to be the next thing read.
   *
   * @param tail what was not used, which may be nothing
   * @throws IllegalStateException if a read is outstanding, or the last rest was not read yet
   */
  public void unread(Chunk tail) {
    if (waiting != null || rest != null) {
      throw new IllegalStateException(
          "bytes can be put back once, and not into an outstanding read");
    }
    if (tail.length() > 0) {
      rest = tail;
    }
  }

  /** Stops reading for good and forgets the outstanding read; the link stays open. */
  public void cancel() {
    waiting = null;
    rest = null;
    upstream.cancel();
  }

  private void deliver() {
    if (delivering) {
      return;
    }
    delivering = true;
    try {
      for (Handler handler = waiting; handler != null && ready(); handler = waiting) {
        waiting = null;
        handOver(handler);
      }
    } finally {
      delivering = false;
    }
  }

  private boolean ready() {
    return rest != null || upstream.ended;
  }

  private void handOver(Handler handler) {
    Chunk chunk = rest;
    if (chunk != null) {
      rest = null;
      handler.onChunk(chunk);
    } else if (upstream.failure != null) {
      handler.onFailure(upstream.failure);
    } else {
      handler.onEnd();
    }
  }

  /** The subscription to the link: requests one chunk per read. */
  private final class Upstream implements CoreSubscriber<Chunk> {
    private @Nullable Subscription subscription;
    private boolean subscribed;
    private boolean ended;
    private @Nullable Throwable failure;

    void pull() {
      if (!subscribed) {
        subscribed = true;
        link.receive().subscribe(this);
      } else if (subscription != null && !ended) {
        subscription.request(1);
      }
    }

    void cancel() {
      subscribed = true;
      ended = true;
      failure = new LinkException(LinkException.Kind.CLOSED, "the reader was cancelled");
      if (subscription != null) {
        subscription.cancel();
      }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      this.subscription = subscription;
      if (ended) {
        subscription.cancel();
      } else {
        subscription.request(1);
      }
    }

    @Override
    public void onNext(Chunk chunk) {
      if (!ended) {
        rest = chunk;
        deliver();
      }
    }

    @Override
    public void onComplete() {
      if (!ended) {
        ended = true;
        deliver();
      }
    }

    @Override
    public void onError(Throwable cause) {
      if (!ended) {
        failure = cause;
        ended = true;
        deliver();
      }
    }
  }
}
