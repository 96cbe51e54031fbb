/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.nio.file.Path;

/**
 * An identity file could not be read, believed or written. The message is one sentence for the
 * owner, with the path and what to do; it never quotes the file, which holds a secret.
 */
public final class IdentityFileException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong. Octez's name of the error is given where it has one. */
  public enum Problem {
    /** There is no such file ({@code main.identity.no_file}). */
    NO_FILE,
    /** It is a symbolic link, a directory or a device. */
    NOT_A_REGULAR_FILE,
    /** Others than its owner may read or change it. */
    EXPOSED,
    /** Longer than any identity file is. */
    TOO_LARGE,
    /** The operating system refused to hand it over. */
    UNREADABLE,
    /** No JSON object of the form of an identity. */
    MALFORMED,
    /** The peer id is not the hash of the public key ({@code main.identity.identity_mismatch}). */
    PEER_ID_MISMATCH,
    /**
     * The public key does not belong to the secret key ({@code
     * main.identity.identity_keys_mismatch}).
     */
    KEYS_MISMATCH,
    /**
     * The stamp shows less work than demanded ({@code main.identity.insufficient_proof_of_work}).
     */
    INSUFFICIENT_PROOF_OF_WORK,
    /** A file is there already, and is never overwritten ({@code main.identity.existent_file}). */
    EXISTS,
    /** The operating system refused to write it. */
    UNWRITABLE
  }

  private final Problem problem;

  IdentityFileException(Problem problem, Path file, String rest) {
    super("the identity file " + file + " " + rest);
    this.problem = problem;
  }

  /** What is wrong, for code that decides. */
  public Problem problem() {
    return problem;
  }
}
