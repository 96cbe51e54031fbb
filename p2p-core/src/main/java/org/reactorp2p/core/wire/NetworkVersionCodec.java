/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.NetworkVersion;

/** Chain name (4-byte length, bytes), distributed db version (2), p2p version (2). */
public final class NetworkVersionCodec implements Codec<NetworkVersion> {

  public static final NetworkVersionCodec INSTANCE = new NetworkVersionCodec();

  private NetworkVersionCodec() {}

  @Override
  public void encode(NetworkVersion value, WireWriter out) {
    out.dynamicBytes(value.chainName().toBytes());
    out.u16(value.distributedDbVersion());
    out.u16(value.p2pVersion());
  }

  @Override
  public NetworkVersion decode(WireReader in) {
    ChainName chainName = ChainName.of(in.dynamicBytes(ChainName.MAX_LENGTH));
    return new NetworkVersion(chainName, in.u16(), in.u16());
  }
}
