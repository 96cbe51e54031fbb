/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.wire.Flaw;
import org.reactorp2p.core.wire.MalformedException;

/** Holds what we refuse against what Octez refuses, and why against why. */
final class Refusal {

  /** How an error of Octez begins, and what we call the same. */
  private static final Map<String, Flaw> ERRORS =
      Map.of(
          "Not enough data", Flaw.NOT_ENOUGH_DATA,
          "Extra bytes", Flaw.EXTRA_BYTES,
          "Unexpected tag ", Flaw.UNKNOWN_TAG,
          "Size limit exceeded", Flaw.SIZE_LIMIT,
          "List length limit exceeded", Flaw.LIST_TOO_LONG,
          "Invalid int ", Flaw.INVALID_NUMBER,
          "Exception raised in user function: ", Flaw.INVALID_VALUE);

  private Refusal() {}

  /**
   * Decodes an entry that says whether Octez accepts it.
   *
   * @param decode our decoding
   * @return the value, or null if both refused it for the same reason
   */
  static <T> @Nullable T check(Field entry, Supplier<T> decode) {
    boolean accepted = entry.get("accepted").flag();
    T value;
    try {
      value = decode.get();
    } catch (MalformedException refused) {
      if (accepted) {
        throw entry.wrong("accepted by Octez, and ours: " + refused.getMessage());
      }
      requireSameError(entry.get("error"), entry.get("error").text(), refused.flaw());
      return null;
    }
    if (!accepted) {
      throw entry.wrong("refused by Octez, and ours accepts it");
    }
    return value;
  }

  /** The reasons must be the same; a limit that we apply earlier than Octez is as good. */
  static void requireSameError(Field field, String error, Flaw ours) {
    for (Map.Entry<String, Flaw> known : ERRORS.entrySet()) {
      if (error.startsWith(known.getKey())) {
        Flaw theirs = known.getValue();
        boolean earlier = theirs == Flaw.NOT_ENOUGH_DATA && ours == Flaw.SIZE_LIMIT;
        if (ours != theirs && !earlier) {
          throw field.wrong("recorded '" + error + "', ours " + ours);
        }
        return;
      }
    }
    throw field.wrong("is an error that nobody knows: '" + error + "'");
  }
}
