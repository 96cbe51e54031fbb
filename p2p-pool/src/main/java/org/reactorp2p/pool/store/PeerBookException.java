/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

/**
 * A data directory or a peer book could not be used. The message is one sentence for the owner,
 * with the path and what to do.
 */
public final class PeerBookException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** Another node uses the directory. */
    IN_USE,
    /** The operating system refused to read. */
    UNREADABLE,
    /** The operating system refused to write, or the disk is full. */
    UNWRITABLE,
    /** Longer than any peer book is. */
    TOO_LARGE,
    /** Not what we wrote: cut off, or changed. */
    DAMAGED,
    /** Written by a later version of us, which may have put in what we do not understand. */
    FROM_THE_FUTURE
  }

  private final Problem problem;

  PeerBookException(Problem problem, String sentence) {
    super(sentence);
    this.problem = problem;
  }

  /** What is wrong, for code that decides. */
  public Problem problem() {
    return problem;
  }
}
