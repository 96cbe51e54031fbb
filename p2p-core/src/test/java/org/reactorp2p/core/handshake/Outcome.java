/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** How a handshake ended, if it did. */
final class Outcome {
  private @Nullable Authenticated authenticated;
  private @Nullable Throwable failure;
  private int signals;
  private final Disposable subscription;

  Outcome(Mono<Authenticated> handshake) {
    subscription =
        handshake.subscribe(
            value -> {
              authenticated = value;
              signals++;
            },
            error -> {
              failure = error;
              signals++;
            });
  }

  void cancel() {
    subscription.dispose();
  }

  boolean isPending() {
    return signals == 0;
  }

  boolean succeeded() {
    return authenticated != null;
  }

  Authenticated authenticated() {
    assertThat(failure).isNull();
    assertThat(signals).isOne();
    return Objects.requireNonNull(authenticated);
  }

  HandshakeException exception() {
    assertThat(authenticated).isNull();
    assertThat(signals).isOne();
    assertThat(failure).isInstanceOf(HandshakeException.class);
    return (HandshakeException) failure;
  }

  Fault fault() {
    return exception().fault();
  }
}
