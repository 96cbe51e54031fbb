/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import org.reactorp2p.core.model.Direction;

/** The two parts of a session, and how a recording calls what each has and says. */
enum Role {
  INITIATOR(
      "initiator", "initiator_to_responder", "i2r", "dialer (incoming=false)", Direction.OUTBOUND),
  RESPONDER(
      "responder", "responder_to_initiator", "r2i", "listener (incoming=true)", Direction.INBOUND);

  private final String label;
  private final String way;
  private final String mark;
  private final String description;
  private final Direction direction;

  Role(String label, String way, String mark, String description, Direction direction) {
    this.label = label;
    this.way = way;
    this.mark = mark;
    this.description = description;
    this.direction = direction;
  }

  /** The field with its identity and configuration. */
  String label() {
    return label;
  }

  /** The field with what it says. */
  String way() {
    return way;
  }

  /** How segments call what it says. */
  String mark() {
    return mark;
  }

  /** What the recording says of it. */
  String description() {
    return description;
  }

  /** How it sees the connection. */
  Direction direction() {
    return direction;
  }

  Role other() {
    return this == INITIATOR ? RESPONDER : INITIATOR;
  }

  /** The same in the terms of the keys. */
  org.reactorp2p.crypto.session.Role keyRole() {
    return this == INITIATOR
        ? org.reactorp2p.crypto.session.Role.INITIATOR
        : org.reactorp2p.crypto.session.Role.RESPONDER;
  }
}
