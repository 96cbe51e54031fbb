/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The SHA-256 of a file whose pieces come in any order, some of them twice. A piece is kept only
 * while one before it is missing. Confined to one thread at a time.
 */
final class FileDigest {

  private final MessageDigest digest = sha256();
  private final Map<Integer, byte[]> early = new HashMap<>();
  private final int count;
  private int next;
  private String hex = "";

  FileDigest(int count) {
    this.count = count;
  }

  /** False where the piece was here before, or belongs to a file of another length. */
  boolean take(Piece piece) {
    boolean seen = piece.index() < next || early.containsKey(piece.index());
    if (seen || piece.count() != count) {
      return false;
    }
    early.put(piece.index(), piece.bytes());
    for (byte[] bytes; (bytes = early.remove(next)) != null; next++) {
      digest.update(bytes);
    }
    if (isComplete()) {
      hex = HexFormat.of().formatHex(digest.digest());
    }
    return true;
  }

  boolean isComplete() {
    return next == count;
  }

  /** In hex; empty while a piece is missing. */
  String hex() {
    return hex;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** The SHA-256 of the bytes, in hex. */
  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }
}
