/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import org.reactorp2p.pool.admission.PeerDiscovery;

/**
 * How control messages are dealt with.
 *
 * @param discovery whether points are exchanged with peers
 * @param throttles how many control messages one connection may send
 */
public record ExchangeConfig(PeerDiscovery discovery, ThrottleConfig throttles) {

  /** Points are exchanged, at the original's rates. */
  public static final ExchangeConfig DEFAULT =
      new ExchangeConfig(PeerDiscovery.ENABLED, ThrottleConfig.DEFAULT);

  /** The same, exchanging points or not. */
  public ExchangeConfig withDiscovery(PeerDiscovery other) {
    return new ExchangeConfig(other, throttles);
  }

  /** The same with other throttles. */
  public ExchangeConfig withThrottles(ThrottleConfig others) {
    return new ExchangeConfig(discovery, others);
  }
}
