/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

/** What subscribers and senders see when their connection has ended, or ends under their hands. */
public final class DisconnectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient DisconnectReason reason;

  DisconnectedException(DisconnectReason reason) {
    // An ended connection is news and not a bug: no stack trace to pay for.
    super(reason.text(), null, false, false);
    this.reason = reason;
  }

  /** Why the connection ended. */
  public DisconnectReason reason() {
    return reason;
  }
}
