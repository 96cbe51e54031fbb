/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * Something that must not leak, on its way to the one who asked for it; for those who write a
 * transport. A cancelled dial is the classic leak: the socket is made in the very moment in which a
 * timeout gives up on it, and an operator in between drops it in silence. So the maker learns of
 * the cancellation while it works, and a thing that was handed out, never touched, and then
 * cancelled by another thread is undone.
 *
 * @param <T> what is made
 */
public final class Offer<T> implements Subscription {

  /** What happens to a thing that found no taker. */
  public record Fate<T>(Predicate<? super T> isTaken, Consumer<? super T> undo) {}

  /** Makes the thing: called on the loop, once; answers by {@link #make} or {@link #fail}. */
  public interface Maker<T> {

    /**
     * Begins; what the returned task does undoes the beginning. Null if there is nothing to undo.
     */
    @Nullable Runnable begin(Offer<T> offer);
  }

  private final Loop loop;
  private final Fate<T> fate;
  private final CoreSubscriber<? super T> actual;
  private volatile boolean cancelled;

  // Confined to the loop.
  private @Nullable T made;
  private boolean over;
  private @Nullable Runnable abandon;

  private Offer(Loop loop, Fate<T> fate, CoreSubscriber<? super T> actual) {
    this.loop = loop;
    this.fate = fate;
    this.actual = actual;
  }

  /** A cold Mono that makes one thing per subscription on {@code loop}. */
  public static <T> Mono<T> of(Loop loop, Fate<T> fate, Maker<T> maker) {
    Objects.requireNonNull(loop, "loop");
    Objects.requireNonNull(fate, "fate");
    return new Mono<>() {
      @Override
      public void subscribe(CoreSubscriber<? super T> actual) {
        var offer = new Offer<>(loop, fate, actual);
        actual.onSubscribe(offer);
        loop.execute(() -> offer.begin(maker));
      }
    };
  }

  private void begin(Maker<T> maker) {
    if (!cancelled) {
      Runnable undo = maker.begin(this);
      if (!over) {
        abandon = undo;
      }
    }
  }

  /** The thing is ready. Called on the loop. */
  public void make(T thing) {
    if (cancelled || over) {
      fate.undo().accept(thing);
      return;
    }
    over = true;
    abandon = null;
    made = thing;
    actual.onNext(thing);
    actual.onComplete();
  }

  /** It could not be made. Called on the loop. */
  public void fail(Throwable cause) {
    if (!cancelled && !over) {
      over = true;
      abandon = null;
      actual.onError(cause);
    }
  }

  @Override
  public void request(long n) {
    Operators.validate(n);
  }

  @Override
  public void cancel() {
    boolean taking = loop.isCurrent() && made != null;
    if (!taking) {
      cancelled = true;
      loop.run(this::withdraw);
    }
  }

  private void withdraw() {
    T thing = made;
    Runnable task = abandon;
    made = null;
    abandon = null;
    if (thing != null && !fate.isTaken().test(thing)) {
      fate.undo().accept(thing);
    } else if (task != null) {
      task.run();
    }
  }
}
