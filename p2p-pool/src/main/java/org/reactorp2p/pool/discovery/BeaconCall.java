/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.discovery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * What a beacon calls out: who it is, and on which port of its address it listens. As the original:
 * {@code DISCOMAGIC}, the id, and the port, 28 bytes in all.
 *
 * @param port 1 to 65,535, unsigned on the wire; readers of the original, where it is signed, take
 *     what is above 32,767 for negative and so for nothing
 */
record BeaconCall(PeerId peer, int port) {

  private static final byte[] MAGIC = "DISCOMAGIC".getBytes(US_ASCII);

  static final int LENGTH = MAGIC.length + PeerId.LENGTH + Short.BYTES;

  byte[] encode() {
    return ByteBuffer.allocate(LENGTH)
        .put(MAGIC)
        .put(peer.toBytes())
        .putShort((short) port)
        .array();
  }

  /** What it says, if it is a call at all. */
  static Optional<BeaconCall> parse(byte[] datagram) {
    if (datagram.length != LENGTH
        || !Arrays.equals(datagram, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return Optional.empty();
    }
    byte[] id = Arrays.copyOfRange(datagram, MAGIC.length, MAGIC.length + PeerId.LENGTH);
    int port = Short.toUnsignedInt(ByteBuffer.wrap(datagram).getShort(LENGTH - Short.BYTES));
    return port == 0 ? Optional.empty() : Optional.of(new BeaconCall(PeerId.of(id), port));
  }
}
