/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import java.util.OptionalInt;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;

/**
 * The first frame each way, in clear.
 *
 * <pre>
 * offset  size  field
 *      0     2  frame length, not counting itself
 *      2     2  listening port, 0 = none
 *      4    32  public key
 *     36    24  proof-of-work stamp
 *     60    24  message nonce
 *     84   4+n  chain name
 *   88+n     2  distributed db version
 *   90+n     2  p2p version
 * </pre>
 *
 * The exact bytes of both frames, lengths included, go into the session's nonces: keep what was
 * received rather than encode it again.
 *
 * @param port the port the sender listens on, 1 to 65,535, or empty
 */
public record ConnectionMessage(
    OptionalInt port,
    PublicKey publicKey,
    ProofOfWorkStamp stamp,
    MessageNonce nonce,
    NetworkVersion version) {

  /** Payload without the chain name's bytes. */
  public static final int FIXED_LENGTH = 90;

  /** How the payload lies on the wire, without the frame length. */
  public static final Codec<ConnectionMessage> CODEC = new ConnectionMessageCodec();

  public ConnectionMessage {
    if (port.isPresent() && (port.getAsInt() < 1 || port.getAsInt() > 0xffff)) {
      throw new IllegalArgumentException("an announced port is within 1 to 65535");
    }
  }

  /** The whole clear frame, with its 2-byte length. */
  public byte[] toFrame() {
    int payloadLength = FIXED_LENGTH + version.chainName().length();
    var frame = new byte[FrameCodec.HEADER_LENGTH + payloadLength];
    FrameCodec.putPayloadLength(frame, 0, payloadLength);
    var out = new WireWriter(0);
    CODEC.encode(this, out.over(frame, FrameCodec.HEADER_LENGTH, frame.length, payloadLength));
    return frame;
  }

  /**
   * Reads a whole clear frame, with its 2-byte length.
   *
   * @throws MalformedException unless the array is exactly one frame that holds exactly one message
   */
  public static ConnectionMessage ofFrame(byte[] frame) {
    WireReader in = WireReader.of(frame);
    int payloadLength = in.u16();
    ConnectionMessage message = CODEC.decodeAll(in.slice(payloadLength));
    in.expectEnd();
    return message;
  }
}
