/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.discovery;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactorp2p.pool.exchange.Allowance;
import org.reactorp2p.pool.exchange.TokenBucket;

/**
 * How often each address is listened to. Remembers so many addresses and no more; the one that came
 * first goes for another. Confined to the decisions' thread.
 */
final class Callers {

  /** A beacon that begins calls ten times in a minute and a half, and then once a minute. */
  private static final Allowance EACH = Allowance.of(10, Duration.ofSeconds(1));

  private static final int CAPACITY = 256;

  private final Map<InetAddress, TokenBucket> buckets = new LinkedHashMap<>();

  /** Whether a call from there is heard now. */
  boolean hear(InetAddress from, Instant now) {
    TokenBucket bucket = buckets.get(from);
    if (bucket == null) {
      if (buckets.size() == CAPACITY) {
        buckets.remove(buckets.keySet().iterator().next());
      }
      bucket = new TokenBucket(EACH);
      buckets.put(from, bucket);
    }
    return bucket.take(now).isPresent();
  }

  int size() {
    return buckets.size();
  }
}
