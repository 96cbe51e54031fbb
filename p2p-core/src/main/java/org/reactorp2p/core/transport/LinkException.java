/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import org.jspecify.annotations.Nullable;

/**
 * A link could not be made, or was lost. Carries no stack trace: losing links is the ordinary
 * course of a network, and the {@link #kind()} says what to do.
 */
public final class LinkException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What happened, as far as the machine tells. */
  public enum Kind {
    /** Somebody is there, and nobody listens on that port. */
    REFUSED,
    /** No way leads there, or a filter says no. */
    UNREACHABLE,
    /** The other side cut the link, or vanished without a word. */
    RESET,
    /** Nothing came back for too long. */
    TIMED_OUT,
    /** The link was closed or aborted by us. */
    CLOSED,
    /** The port to listen on is in use. */
    PORT_TAKEN,
    /** The address to listen on is not one of this machine, or of a family it does not have. */
    NO_SUCH_ADDRESS,
    /** This machine has no descriptors, ports or buffers left; likely to pass. */
    EXHAUSTED,
    /** Anything else; the cause tells. */
    OTHER
  }

  private final Kind kind;

  /**
   * @param kind sorted by remedy
   * @param message one sentence; holds nothing the peer sent
   */
  public LinkException(Kind kind, String message) {
    this(kind, message, null);
  }

  /**
   * @param kind sorted by remedy
   * @param message one sentence; holds nothing the peer sent
   * @param cause what the machine said
   */
  public LinkException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
    this.kind = kind;
  }

  /** What happened. */
  public Kind kind() {
    return kind;
  }
}
