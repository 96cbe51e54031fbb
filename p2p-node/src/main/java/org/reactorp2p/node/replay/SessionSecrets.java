/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.Arrays;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.box.BoxKey;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.session.Opener;
import org.reactorp2p.crypto.session.SessionKeys;
import org.reactorp2p.crypto.session.Transcript;

/** What two nodes share after their first frames, as the recording has it and as we compute it. */
final class SessionSecrets {
  private final Side initiator;
  private final Side responder;
  private final byte[] initiatorFrame;
  private final byte[] responderFrame;

  SessionSecrets(Side initiator, Side responder, byte[] initiatorFrame, byte[] responderFrame) {
    this.initiator = initiator;
    this.responder = responder;
    this.initiatorFrame = initiatorFrame;
    this.responderFrame = responderFrame;
  }

  /** Checks the recorded key and nonces. */
  void check(Field session) {
    Field key = session.get("precomputed_key");
    checkKey(key, initiator, responder);
    checkKey(key, responder, initiator);
    session.get("nonce_initiator_to_responder").mustBeHex(firstNonce(Role.INITIATOR));
    session.get("nonce_responder_to_initiator").mustBeHex(firstNonce(Role.RESPONDER));
  }

  /** A key has no equals; two keys are alike if they seal alike. */
  private static void checkKey(Field recorded, Side mine, Side theirs) {
    byte[] secret = mine.identity().secretKey().agree(theirs.identity().publicKey());
    byte[] ours = sealed(BoxKey.ofSharedSecret(secret));
    byte[] recordedOnes = sealed(BoxKey.ofPrecomputed(recorded.hex(BoxKey.LENGTH)));
    if (!Arrays.equals(ours, recordedOnes)) {
      throw recorded.wrong(
          "is not the key that the " + mine.role().label() + " agrees on with the other side");
    }
  }

  private static byte[] sealed(BoxKey key) {
    byte[] box = new byte[FrameCodec.TAG_LENGTH + BoxKey.LENGTH];
    try (key;
        BoxCipher cipher = Boxes.plain().cipher(key)) {
      cipher.seal(new byte[BoxCipher.NONCE_LENGTH], box, 0, BoxKey.LENGTH);
    }
    return box;
  }

  /** The nonce of the first frame that this side encrypts. */
  byte[] firstNonce(Role sender) {
    return Transcript.of(initiatorFrame, responderFrame).firstNonceOf(sender.keyRole());
  }

  /** Opens what this side sends, with the other side's secret key. */
  Opener openerOf(Role sender) {
    Side reader = sender == Role.INITIATOR ? responder : initiator;
    Side writer = sender == Role.INITIATOR ? initiator : responder;
    try (SessionKeys keys =
        SessionKeys.derive(
            reader.identity().secretKey(),
            writer.identity().publicKey(),
            reader.role().keyRole(),
            initiatorFrame,
            responderFrame)) {
      return keys.opener();
    }
  }
}
