/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a peer sent cannot be read. Names the flaw and the offset, in bytes from the start of the
 * unit being read (frame payload, handshake message, or application message with its length).
 *
 * <p>Has no stack trace: hostile peers would make us pay for it.
 */
public final class MalformedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Flaw flaw;
  private final int offset;

  public MalformedException(Flaw flaw, int offset, String what) {
    this(flaw, offset, what, null);
  }

  public MalformedException(Flaw flaw, int offset, String what, @Nullable Throwable cause) {
    super(what + " at byte " + offset, cause, false, false);
    this.flaw = flaw;
    this.offset = offset;
  }

  /** What kind of wrong. */
  public Flaw flaw() {
    return flaw;
  }

  /** Where the wrong value starts. */
  public int offset() {
    return offset;
  }
}
