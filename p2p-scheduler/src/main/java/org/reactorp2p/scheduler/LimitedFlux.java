/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/** A stream whose items pass one {@link Turnstile} per subscriber. */
final class LimitedFlux<T> extends FluxOperator<T, T> {

  private final Share share;
  private final ToIntFunction<? super T> bytes;
  private final Priority priority;

  private LimitedFlux(
      Flux<? extends T> source, Share share, ToIntFunction<? super T> bytes, Priority priority) {
    super(source);
    this.share = share;
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.priority = Objects.requireNonNull(priority, "priority");
  }

  static <T> Flux<T> of(
      Flux<? extends T> source, Share share, ToIntFunction<? super T> bytes, Priority priority) {
    return onAssembly(new LimitedFlux<T>(source, share, bytes, priority));
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> actual) {
    source.subscribe(new Turnstile<T>(actual, share, bytes, priority));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Object scanUnsafe(Attr key) {
    return key == Attr.RUN_STYLE ? Attr.RunStyle.ASYNC : super.scanUnsafe(key);
  }
}
