/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import java.util.List;
import org.reactorp2p.core.wire.RawMessage;

/**
 * What a node does with its connections.
 *
 * @param greetings sent on each new connection, in this order
 * @param answer to every message
 */
record Conduct(List<RawMessage> greetings, Answer answer) {

  enum Answer {
    /** Messages are shown, and that is all. */
    NONE,
    /** Every message is sent back as it came. */
    ECHO
  }

  Conduct {
    greetings = List.copyOf(greetings);
  }
}
