/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.OptionalInt;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;

/** The payload of the clear frame; the table is on {@link ConnectionMessage}. */
final class ConnectionMessageCodec implements Codec<ConnectionMessage> {

  @Override
  public void encode(ConnectionMessage value, WireWriter out) {
    out.u16(value.port().orElse(0));
    out.bytes(value.publicKey().toBytes());
    out.bytes(value.stamp().toBytes());
    out.bytes(value.nonce().toBytes());
    NetworkVersionCodec.INSTANCE.encode(value.version(), out);
  }

  @Override
  public ConnectionMessage decode(WireReader in) {
    int port = in.u16();
    return new ConnectionMessage(
        port == 0 ? OptionalInt.empty() : OptionalInt.of(port),
        PublicKey.of(in.bytes(PublicKey.LENGTH)),
        ProofOfWorkStamp.of(in.bytes(ProofOfWorkStamp.LENGTH)),
        MessageNonce.of(in.bytes(MessageNonce.LENGTH)),
        NetworkVersionCodec.INSTANCE.decode(in));
  }
}
