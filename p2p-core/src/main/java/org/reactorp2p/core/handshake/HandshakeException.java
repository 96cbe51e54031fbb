/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A handshake failed. Carries no stack trace: failing handshakes are the daily bread of a node, and
 * the {@link #fault()} says what to do.
 */
public final class HandshakeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final transient @Nullable Candidate candidate;

  HandshakeException(Fault fault, @Nullable Candidate candidate, @Nullable Throwable cause) {
    super(fault.text(), cause, false, false);
    this.fault = fault;
    this.candidate = candidate;
  }

  /** The one reason. */
  public Fault fault() {
    return fault;
  }

  /**
   * Who it was, if the peer got as far as to prove its identity; what it says of itself otherwise
   * is worth nothing and is not kept.
   */
  public Optional<Candidate> candidate() {
    return Optional.ofNullable(candidate);
  }
}
