/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

/**
 * Whether points are exchanged with peers: told in answer to a Bootstrap and in a Nack, believed
 * when they are advertised or come in a Nack, and asked for. Neither swaps nor the beacon depend on
 * it.
 */
public enum PeerDiscovery {
  /** They are, as far as private mode allows. */
  ENABLED,
  /** None is told, believed or asked for: for closed networks, and tests. */
  DISABLED
}
