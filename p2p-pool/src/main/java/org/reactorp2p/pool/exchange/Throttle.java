/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.reactorp2p.core.wire.MessageKind;

/** The throttles of one connection, one per kind. Confined to one thread at a time. */
final class Throttle {

  private final ThrottleConfig config;
  private final Map<MessageKind, TokenBucket> buckets = new EnumMap<>(MessageKind.class);

  Throttle(ThrottleConfig config) {
    this.config = config;
  }

  /** How long a message of this kind waits that came just now; nothing if it is one too many. */
  Optional<Duration> admit(MessageKind kind, Instant now) {
    return buckets.computeIfAbsent(kind, first -> new TokenBucket(config.of(first))).take(now);
  }
}
