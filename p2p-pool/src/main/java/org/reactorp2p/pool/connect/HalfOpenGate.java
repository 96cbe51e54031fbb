/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.reactorp2p.pool.acl.AddressBlock;

/**
 * How many strangers may stand in the door: links opened to us whose handshake has not ended. Each
 * address, or IPv6 /64, has a share, so that one of them cannot keep all others out.
 *
 * <p>Holds nothing but what it counts, so it is as small as its limit. Thread-safe: asked on the
 * links' threads, before a byte is spent on a stranger.
 */
public final class HalfOpenGate {

  private final int limit;
  private final int limitPerAddress;
  private final Map<AddressBlock, Integer> inside = new HashMap<>(); // guarded by this
  private int count; // guarded by this; the sum of the above

  /**
   * @param limit at least 1
   * @param limitPerAddress at least 1
   */
  public HalfOpenGate(int limit, int limitPerAddress) {
    this.limit = limit;
    this.limitPerAddress = limitPerAddress;
  }

  /** Whether one more from this address may come in; if so, it is counted until it leaves. */
  public synchronized boolean enter(InetAddress from) {
    AddressBlock household = AddressBlock.household(from);
    int held = inside.getOrDefault(household, 0);
    if (count >= limit || held >= limitPerAddress) {
      return false;
    }
    inside.put(household, held + 1);
    count++;
    return true;
  }

  /** One that had come in is no stranger any more, or gone. */
  public synchronized void leave(InetAddress from) {
    inside.computeIfPresent(
        AddressBlock.household(from), (household, held) -> held == 1 ? null : held - 1);
    count--;
  }

  /** How many are inside. */
  public synchronized int inside() {
    return count;
  }
}
