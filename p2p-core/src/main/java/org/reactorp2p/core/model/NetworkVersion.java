/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/**
 * What a peer announces, or what two agreed on.
 *
 * @param chainName the network
 * @param distributedDbVersion version of the layer above, 0 to 65,535
 * @param p2pVersion version of this layer, 0 to 65,535; from 1 on a Nack carries motive and points
 */
public record NetworkVersion(ChainName chainName, int distributedDbVersion, int p2pVersion) {

  private static final int MAX = 0xffff;

  public NetworkVersion {
    require("distributed db", distributedDbVersion);
    require("p2p", p2pVersion);
  }

  private static void require(String which, int version) {
    if (version < 0 || version > MAX) {
      throw new IllegalArgumentException("a " + which + " version is within 0 to 65535");
    }
  }

  /** For people: {@code TEZOS_MAINNET (ddb 2, p2p 1)}. */
  @Override
  public String toString() {
    return chainName + " (ddb " + distributedDbVersion + ", p2p " + p2pVersion + ")";
  }
}
