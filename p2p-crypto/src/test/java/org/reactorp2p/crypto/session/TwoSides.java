/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import static org.reactorp2p.crypto.Vectors.hex;

import org.reactorp2p.crypto.identity.KnownIdentities;

/** Alice, who dials, and Bob, with the two clear frames of the worked example. */
record TwoSides(SessionKeys alice, SessionKeys bob) {
  static final byte[] ALICE_FRAME =
      hex(
          "00672604"
              + KnownIdentities.ALICE.publicKey()
              + KnownIdentities.ALICE.stampHex()
              + "404142434445464748494a4b4c4d4e4f5051525354555657"
              + "0000000d54455a4f535f4d41494e4e455400020001");

  static final byte[] BOB_FRAME =
      hex(
          "00672605"
              + KnownIdentities.BOB.publicKey()
              + KnownIdentities.BOB.stampHex()
              + "606162636465666768696a6b6c6d6e6f7071727374757677"
              + "0000000d54455a4f535f4d41494e4e455400020001");

  static TwoSides ofTheWorkedExample() {
    return new TwoSides(
        SessionKeys.derive(
            KnownIdentities.secretKey(KnownIdentities.ALICE_SECRET),
            KnownIdentities.BOB.key(),
            Role.INITIATOR,
            ALICE_FRAME,
            BOB_FRAME),
        SessionKeys.derive(
            KnownIdentities.secretKey(KnownIdentities.BOB_SECRET),
            KnownIdentities.ALICE.key(),
            Role.RESPONDER,
            ALICE_FRAME,
            BOB_FRAME));
  }

  /** The box around the plaintext, in an array of its own. */
  static byte[] sealed(Sealer sealer, byte[] plaintext) {
    byte[] box = new byte[Sealer.TAG_LENGTH + plaintext.length];
    System.arraycopy(plaintext, 0, box, Sealer.TAG_LENGTH, plaintext.length);
    sealer.seal(box, 0, plaintext.length);
    return box;
  }

  /** What is in the box, which is left as it was. */
  static byte[] opened(Opener opener, byte[] box) {
    byte[] copy = box.clone();
    int length = opener.open(copy, 0, copy.length);
    return java.util.Arrays.copyOfRange(copy, Opener.TAG_LENGTH, Opener.TAG_LENGTH + length);
  }
}
