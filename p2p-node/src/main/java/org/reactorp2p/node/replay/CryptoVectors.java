/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.box.BoxKey;
import org.reactorp2p.crypto.hash.Blake2b;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.crypto.session.NonceSequence;
import org.reactorp2p.crypto.session.Transcript;

/** The groups about identities, the box, nonces and proof of work. */
final class CryptoVectors {

  private static final int DIGEST_LENGTH = 32;
  private static final int HEX = 16;

  private CryptoVectors() {}

  static void peerId(Field entry) {
    PublicKey key = PublicKey.of(entry.get("public_key").hex(PublicKey.LENGTH));
    PeerId id = key.peerId();
    entry.get("peer_id_bytes").mustBeHex(id.toBytes());
    entry.get("peer_id").mustBe(id.toString());
    if (!PeerId.parse(entry.get("peer_id").text()).equals(id)) {
      throw entry.wrong("the text does not lead back to the id");
    }
    if (entry.has("peer_id_short")) {
      entry.get("peer_id_short").mustBe(id.toShortString());
    }
    if (entry.has("secret_key")) {
      try (SecretKey secret = secret(entry.get("secret_key"))) {
        entry.get("public_key").mustBeHex(secret.publicKey().toBytes());
      }
    }
  }

  private static SecretKey secret(Field field) {
    return SecretKey.of(field.hex(SecretKey.LENGTH));
  }

  /** With every box this JVM has. */
  static void box(Field entry, Iterable<Box> boxes) {
    try (SecretKey a = secret(entry.get("secret_key_a"));
        SecretKey b = secret(entry.get("secret_key_b"))) {
      entry.get("public_key_a").mustBeHex(a.publicKey().toBytes());
      entry.get("public_key_b").mustBeHex(b.publicKey().toBytes());
      for (Box box : boxes) {
        seal(entry, box, BoxKey.ofSharedSecret(a.agree(b.publicKey())));
        seal(entry, box, BoxKey.ofSharedSecret(b.agree(a.publicKey())));
        seal(entry, box, BoxKey.ofPrecomputed(entry.get("precomputed_key").hex(BoxKey.LENGTH)));
      }
    }
  }

  private static void seal(Field entry, Box box, BoxKey key) {
    byte[] nonce = entry.get("nonce").hex(BoxCipher.NONCE_LENGTH);
    byte[] plaintext = entry.get("plaintext").hex();
    byte[] frame = new byte[FrameCodec.OVERHEAD + plaintext.length];
    FrameCodec.putSealedLength(frame, 0, plaintext.length);
    System.arraycopy(plaintext, 0, frame, FrameCodec.OVERHEAD, plaintext.length);
    try (key;
        BoxCipher cipher = box.cipher(key)) {
      cipher.seal(nonce, frame, FrameCodec.HEADER_LENGTH, plaintext.length);
      entry.get("wire_chunk").mustBeHex(frame);
      entry
          .get("tag")
          .mustBeHex(Arrays.copyOfRange(frame, FrameCodec.HEADER_LENGTH, FrameCodec.OVERHEAD));
      entry
          .get("ciphertext")
          .mustBeHex(Arrays.copyOfRange(frame, FrameCodec.OVERHEAD, frame.length));
      int boxLength = frame.length - FrameCodec.HEADER_LENGTH;
      if (!cipher.open(nonce, frame, FrameCodec.HEADER_LENGTH, boxLength)) {
        throw entry.wrong("does not open with the " + box.name() + " box");
      }
    }
    byte[] opened = Arrays.copyOfRange(frame, FrameCodec.OVERHEAD, frame.length);
    entry.get("plaintext").mustBeHex(opened);
  }

  static void nonceIncrement(Field entry) {
    byte[] nonce = entry.get("nonce").hex(BoxCipher.NONCE_LENGTH);
    NonceSequence.increment(nonce);
    entry.get("next").mustBeHex(nonce);
  }

  static void generateNonces(Field entry) {
    byte[] initiator = entry.get("initiator_message").hex();
    byte[] responder = entry.get("responder_message").hex();
    Transcript transcript = Transcript.of(initiator, responder);
    Field forResponder = entry.get("responder (incoming=true, sent=responder, recv=initiator)");
    Field forInitiator = entry.get("initiator (incoming=false, sent=initiator, recv=responder)");
    nonces(forResponder, transcript, Role.RESPONDER);
    nonces(forInitiator, transcript, Role.INITIATOR);
    for (String label : new String[] {"Init -> Resp", "Resp -> Init"}) {
      byte[] text = label.getBytes(StandardCharsets.US_ASCII);
      entry
          .get("blake2b_256(init||resp||'" + label + "')")
          .mustBeHex(Blake2b.hash(DIGEST_LENGTH, initiator, responder, text));
    }
  }

  private static void nonces(Field recorded, Transcript transcript, Role local) {
    recorded.get("local_nonce").mustBeHex(transcript.firstNonceOf(local.keyRole()));
    recorded.get("remote_nonce").mustBeHex(transcript.firstNonceOf(local.other().keyRole()));
  }

  static void target(Field entry) {
    BigInteger ours = Difficulty.of(entry.get("difficulty").number()).target();
    entry.get("target_decimal").mustBe(ours.toString());
    entry.get("target_hex").mustBe(ours.toString(HEX));
  }

  static void proofOfWork(Field entry) {
    PublicKey key = PublicKey.of(entry.get("public_key").hex(PublicKey.LENGTH));
    ProofOfWorkStamp stamp = ProofOfWorkStamp.of(entry.get("stamp").hex(ProofOfWorkStamp.LENGTH));
    byte[] hash = Blake2b.hash(DIGEST_LENGTH, key.toBytes(), stamp.toBytes());
    entry.get("blake2b_256(pk||stamp)").mustBeHex(hash);
    entry.get("hash_as_little_endian_integer").mustBe(littleEndian(hash).toString());
    Field checks = entry.get("check_at_difficulty");
    for (String bits : checks.names()) {
      checks.get(bits).mustBe(Flag.of(difficulty(checks, bits).isMetBy(key, stamp)));
    }
  }

  private static Difficulty difficulty(Field checks, String bits) {
    try {
      return Difficulty.of(Double.parseDouble(bits));
    } catch (IllegalArgumentException e) {
      throw checks.wrong("'" + bits + "' is no difficulty");
    }
  }

  private static BigInteger littleEndian(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, reversed);
  }
}
