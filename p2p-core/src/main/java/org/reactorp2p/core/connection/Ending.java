/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The one typed reason for which a connection ends: the first that is claimed, from whichever
 * thread, and never another.
 */
final class Ending {

  private final AtomicReference<@Nullable DisconnectReason> reason = new AtomicReference<>();
  private final Sinks.One<DisconnectReason> told = Sinks.one();

  /** True for exactly one caller, whose reason it is from then on. */
  boolean claim(DisconnectReason why) {
    return reason.compareAndSet(null, why);
  }

  /** The reason, or null while the connection runs. */
  @Nullable DisconnectReason reason() {
    return reason.get();
  }

  boolean hasBegun() {
    return reason.get() != null;
  }

  /** What a sender is told who comes too late. */
  DisconnectedException asException() {
    DisconnectReason why = reason.get();
    return new DisconnectedException(
        why == null ? new DisconnectReason.Requested("the connection drains") : why);
  }

  /** The socket is closed: tells everybody. Called once. */
  void complete() {
    DisconnectReason why = reason.get();
    if (why != null) {
      told.emitValue(why, Sinks.EmitFailureHandler.FAIL_FAST);
    }
  }

  Mono<DisconnectReason> told() {
    return told.asMono();
  }
}
