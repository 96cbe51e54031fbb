/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.nio.file.Path;
import java.util.Arrays;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.store.IdentityFileException.Problem;

/**
 * A node's identity on disk, as Octez keeps it in {@code identity.json}: one JSON object with
 * {@code peer_id} (optional), {@code public_key}, {@code secret_key} and {@code
 * proof_of_work_stamp}, all but the first in hex. The secret key is not encrypted, so the file must
 * be its owner's alone.
 *
 * <p>All methods block on the disk.
 */
public final class IdentityFile {

  private final Path path;

  private IdentityFile(Path path) {
    this.path = path;
  }

  /** The identity file at {@code path}; touches nothing yet. */
  public static IdentityFile at(Path path) {
    return new IdentityFile(path);
  }

  /**
   * Reads and checks the file, in Octez's order: it exists, the peer id is the hash of the public
   * key, the public key belongs to the secret key. Proof of work is not looked at, as an Octez node
   * does not at start. The caller closes the identity.
   */
  public Identity read() throws IdentityFileException {
    return read(Difficulty.NONE);
  }

  /** As {@link #read()}, and then the stamp must show {@code demanded} work. */
  public Identity read(Difficulty demanded) throws IdentityFileException {
    try (IdentityRecord record = IdentityJson.decode(path, GuardedFile.read(path))) {
      PeerId hashed = record.publicKey().peerId();
      if (!record.peerId().map(hashed::equals).orElse(true)) {
        throw new IdentityFileException(
            Problem.PEER_ID_MISMATCH,
            path,
            "names a peer_id that is not the hash of its public_key ("
                + hashed
                + "); restore it from a copy, or generate a new one");
      }
      return withMatchingKeys(record, demanded);
    }
  }

  private Identity withMatchingKeys(IdentityRecord record, Difficulty demanded)
      throws IdentityFileException {
    Identity identity = record.toIdentity();
    Problem problem = null;
    String rest = "";
    if (!identity.publicKey().equals(record.publicKey())) {
      problem = Problem.KEYS_MISMATCH;
      rest =
          "has a public_key that does not belong to its secret_key; restore it from a copy, or"
              + " generate a new one";
    } else if (!demanded.isMetBy(identity.publicKey(), identity.stamp())) {
      problem = Problem.INSUFFICIENT_PROOF_OF_WORK;
      rest =
          "shows less proof of work than the difficulty "
              + demanded
              + " demands; generate a new one at that difficulty";
    }
    if (problem != null) {
      identity.close();
      throw new IdentityFileException(problem, path, rest);
    }
    return identity;
  }

  /**
   * Refuses if anything is at this path, or if no file could be made there. {@link #write} checks
   * again; this one is for asking before the long work of mining.
   */
  public void requireVacant() throws IdentityFileException {
    FreshFile.requireVacant(path);
  }

  /**
   * Writes a new file that only its owner may read or write (0600), and never over an existing one.
   * It appears under its name complete and safely on disk, or not at all.
   */
  public void write(Identity identity) throws IdentityFileException {
    byte[] text = IdentityJson.encode(identity);
    try {
      FreshFile.create(path, text);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }
}
