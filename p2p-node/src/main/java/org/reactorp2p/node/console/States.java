/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.reactorp2p.pool.peer.ContactState.Phase;

/** Reads which states somebody wants to see. */
final class States {

  private States() {}

  /** Those named; all if none is. */
  static Set<Phase> of(Arguments arguments) {
    String words = arguments.rest();
    if (words.isEmpty()) {
      return EnumSet.allOf(Phase.class);
    }
    Set<Phase> states = EnumSet.noneOf(Phase.class);
    for (String word : words.split(" ", -1)) {
      states.add(parse(word));
    }
    return states;
  }

  private static Phase parse(String word) {
    try {
      return Phase.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new ConsoleException(
          "'" + word + "' is none of requested, accepted, running and disconnected");
    }
  }
}
