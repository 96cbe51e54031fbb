/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactorp2p.pool.acl.AddressBlock;
import org.reactorp2p.pool.admission.AddressLimits.Loopback;

/**
 * Keeps others to an {@link ArrivalRate}. For each address, or IPv6 /64, it remembers one number:
 * when its next arrival would be due if it came at the steady pace. Whoever is ahead of that by
 * less than the burst is let in. A number in the past says nothing and is forgotten, so there are
 * at most as many as arrivals are let in during one burst.
 *
 * <p>Thread-safe: asked on the links' threads, before a byte is spent on a stranger.
 */
public final class ArrivalMeter {

  private static final int MILLIS = 1_000;

  private final long interval;
  private final long ahead;
  private final int perSecond;
  private final Loopback loopback;
  private final InstantSource clock;
  // What follows is guarded by this.
  private final Map<AddressBlock, Long> due = new LinkedHashMap<>(); // the longest untouched first
  private long second;
  private int inThisSecond;

  /**
   * @param loopback whether this machine itself is limited too
   * @param clock steady
   */
  public ArrivalMeter(ArrivalRate rate, Loopback loopback, InstantSource clock) {
    this.interval = rate.interval().toMillis();
    this.ahead = interval * (rate.burst() - 1);
    this.perSecond = rate.perSecond();
    this.loopback = loopback;
    this.clock = clock;
  }

  /** Whether somebody from there may begin a handshake now; if so, it is counted. */
  public synchronized boolean admits(InetAddress from) {
    if (from.isLoopbackAddress() && loopback == Loopback.EXEMPT) {
      return true;
    }
    long now = clock.millis();
    if (now / MILLIS != second) {
      second = now / MILLIS;
      inThisSecond = 0;
    }
    forget(now);
    AddressBlock household = AddressBlock.household(from);
    long next = Math.max(now, due.getOrDefault(household, now));
    if (inThisSecond >= perSecond || next - now > ahead) {
      return false;
    }
    inThisSecond++;
    due.remove(household);
    due.put(household, next + interval);
    return true;
  }

  private void forget(long now) {
    Iterator<Long> oldest = due.values().iterator();
    while (oldest.hasNext() && oldest.next() <= now) {
      oldest.remove();
    }
  }

  /** How many addresses it remembers. */
  public synchronized int remembered() {
    return due.size();
  }
}
