/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.limit;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.scheduler.Share;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * What a link receives, behind a turnstile, and on the link's thread all the same. Two go along: an
 * {@link Entrance} in front of the turnstile, which knows when the link itself speaks, and an
 * {@link Usher} behind it. What comes out while the link speaks has not waited and is on the right
 * thread; all else the usher takes home.
 */
final class Receipt extends Flux<Chunk> {

  private final Link link;
  private final Share share;

  Receipt(Link link, Share share) {
    this.link = link;
    this.share = share;
  }

  @Override
  public void subscribe(CoreSubscriber<? super Chunk> actual) {
    var speaking = new Speaking();
    Flux<Chunk> incoming =
        new Flux<>() {
          @Override
          public void subscribe(CoreSubscriber<? super Chunk> turnstile) {
            link.receive().subscribe(new Entrance(turnstile, speaking));
          }
        };
    share
        .limit(incoming, Chunk::length)
        .subscribe(new Usher(actual, link.scheduler(), share, speaking));
  }

  /** Whether the link speaks just now, and so whether the thread is its own. */
  static final class Speaking {
    /** Not volatile: a thread can find itself in here only if it has put itself in. */
    private @Nullable Thread thread;

    /** Whether the caller is called by the link. */
    boolean isHere() {
      return thread == Thread.currentThread();
    }

    private void begin() {
      thread = Thread.currentThread();
    }

    private void end() {
      thread = null;
    }
  }

  /** Passes everything on. */
  private static final class Entrance implements CoreSubscriber<Chunk>, Subscription {
    private final CoreSubscriber<? super Chunk> turnstile;
    private final Speaking speaking;
    private Subscription upstream = Operators.emptySubscription();

    Entrance(CoreSubscriber<? super Chunk> turnstile, Speaking speaking) {
      this.turnstile = turnstile;
      this.speaking = speaking;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      upstream = subscription;
      turnstile.onSubscribe(this);
    }

    @Override
    public void onNext(Chunk chunk) {
      speaking.begin();
      try {
        turnstile.onNext(chunk);
      } finally {
        speaking.end();
      }
    }

    @Override
    public void onError(Throwable failure) {
      speaking.begin();
      try {
        turnstile.onError(failure);
      } finally {
        speaking.end();
      }
    }

    @Override
    public void onComplete() {
      speaking.begin();
      try {
        turnstile.onComplete();
      } finally {
        speaking.end();
      }
    }

    @Override
    public void request(long n) {
      upstream.request(n);
    }

    @Override
    public void cancel() {
      upstream.cancel();
    }

    @Override
    public Context currentContext() {
      return turnstile.currentContext();
    }
  }
}
