/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;

/** Alice dials Bob: section 2.15 of the reference. */
final class WorkedExample {

  static final String ALICE_HELLO =
      "00672604"
          + "8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f"
          + "000000000000000000000000000000000000000005aa68d3"
          + "404142434445464748494a4b4c4d4e4f5051525354555657"
          + "0000000d54455a4f535f4d41494e4e455400020001";

  static final String BOB_HELLO =
      "00672605"
          + "358072d6365880d1aeea329adf9121383851ed21a28e3b75e965d0d2cd166254"
          + "0000000000000000000000000000000000000000059f0e51"
          + "606162636465666768696a6b6c6d6e6f7071727374757677"
          + "0000000d54455a4f535f4d41494e4e455400020001";

  private WorkedExample() {}

  static byte[] aliceFrame() {
    return HexFormat.of().parseHex(ALICE_HELLO);
  }

  /** She has sent her connection message. */
  static Turn alice() {
    return open(0x00, "05aa68d3", 9732, 0x40, Direction.OUTBOUND);
  }

  /** He has sent his. */
  static Turn bob() {
    return open(0x20, "059f0e51", 9733, 0x60, Direction.INBOUND);
  }

  private static Turn open(int secret, String stamp, int port, int nonce, Direction direction) {
    var identity =
        Identity.of(
            SecretKey.of(counting(secret, SecretKey.LENGTH)),
            ProofOfWorkStamp.ofHex("0".repeat(40) + stamp));
    HandshakeConfig config =
        HandshakeConfig.of(ChainName.of("TEZOS_MAINNET")).withAnnouncedPort(OptionalInt.of(port));
    var party =
        new Party(config, identity, Admission.OPEN, direction, Parties.REMOTE, Optional.empty());
    return Greeting.open(party, MessageNonce.of(counting(nonce, MessageNonce.LENGTH)));
  }

  private static byte[] counting(int from, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (from + i);
    }
    return bytes;
  }
}
