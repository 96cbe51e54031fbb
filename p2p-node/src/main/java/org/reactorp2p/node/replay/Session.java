/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.List;

/** A recorded session, every field of which was checked. */
record Session(
    String scenario,
    Side initiator,
    Side responder,
    Way fromInitiator,
    Way fromResponder,
    List<Segment> segments) {

  Side side(Role role) {
    return role == Role.INITIATOR ? initiator : responder;
  }

  /** What this role said. */
  Way way(Role role) {
    return role == Role.INITIATOR ? fromInitiator : fromResponder;
  }
}
