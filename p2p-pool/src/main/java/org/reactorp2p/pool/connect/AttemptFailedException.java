/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

/** A connection was asked for and did not come about. Ordinary, and so without a stack trace. */
public final class AttemptFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Setback setback;

  AttemptFailedException(Setback setback) {
    super(setback.text(), null, false, false);
    this.setback = setback;
  }

  /** Why. */
  public Setback setback() {
    return setback;
  }
}
