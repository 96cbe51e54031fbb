/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.crypto.identity.SecretKey;

/** The fields of an identity file while it is being read. Closing wipes what was not handed on. */
final class IdentityFields implements AutoCloseable {

  /** The fields in hex and their lengths in bytes. */
  private static final Map<String, Integer> HEX_FIELDS =
      Map.of(
          IdentityJson.PUBLIC_KEY, PublicKey.LENGTH,
          IdentityJson.SECRET_KEY, SecretKey.LENGTH,
          IdentityJson.STAMP, ProofOfWorkStamp.LENGTH);

  private final Path path;
  private final Map<String, byte[]> bytes = new HashMap<>();
  private @Nullable PeerId peerId;

  IdentityFields(Path path) {
    this.path = path;
  }

  static boolean knows(String name) {
    return name.equals(IdentityJson.PEER_ID) || HEX_FIELDS.containsKey(name);
  }

  /** Takes the value of a field that {@link #knows} the name; does not keep {@code value}. */
  void put(String name, CharBuffer value) throws IdentityFileException {
    Integer length = HEX_FIELDS.get(name);
    if (length == null) {
      peerId = peerIdOf(value);
    } else {
      bytes.put(name, hexOf(name, length, value));
    }
  }

  private PeerId peerIdOf(CharBuffer value) throws IdentityFileException {
    try {
      return PeerId.parse(value.toString());
    } catch (IllegalArgumentException notOne) {
      throw IdentityJson.malformed(
          path, "has a field 'peer_id' that is none (" + notOne.getMessage() + ")");
    }
  }

  private byte[] hexOf(String name, int length, CharBuffer value) throws IdentityFileException {
    try {
      if (value.length() == 2 * length) {
        return HexFormat.of().parseHex(value);
      }
    } catch (IllegalArgumentException notHex) {
      // Falls through: its message quotes the file.
    }
    throw IdentityJson.malformed(
        path, "has a field '" + name + "' that is not " + 2 * length + " hex digits");
  }

  /** All fields together; the secret bytes go with the record. */
  IdentityRecord toRecord() throws IdentityFileException {
    PublicKey publicKey = PublicKey.of(required(IdentityJson.PUBLIC_KEY));
    ProofOfWorkStamp stamp = ProofOfWorkStamp.of(required(IdentityJson.STAMP));
    byte[] secretKey = required(IdentityJson.SECRET_KEY);
    bytes.remove(IdentityJson.SECRET_KEY);
    return new IdentityRecord(Optional.ofNullable(peerId), publicKey, secretKey, stamp);
  }

  private byte[] required(String name) throws IdentityFileException {
    byte[] value = bytes.get(name);
    if (value == null) {
      throw IdentityJson.malformed(path, "lacks the field '" + name + "'");
    }
    return value;
  }

  @Override
  public void close() {
    bytes.values().forEach(value -> Arrays.fill(value, (byte) 0));
  }
}
