/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import java.nio.charset.StandardCharsets;

/** Which side of a connection one is. */
public enum Role {
  /** Opened the TCP connection. */
  INITIATOR("Resp -> Init"),
  /** Accepted it. */
  RESPONDER("Init -> Resp");

  /** What goes into the nonces this side encrypts with. It reads reversed; the wire has it so. */
  private final byte[] label;

  Role(String label) {
    this.label = label.getBytes(StandardCharsets.US_ASCII);
  }

  /** The other side. */
  public Role other() {
    return this == INITIATOR ? RESPONDER : INITIATOR;
  }

  byte[] label() {
    return label.clone();
  }
}
