/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.util.OptionalInt;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.acl.AddressBlock;

/** Reads what {@link IdPoint#toString()} writes: an address, with or without a port. */
final class IdPointText {

  private IdPointText() {}

  static IdPoint parse(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    if (bracketed || text.indexOf(':') < 0) {
      String address = bracketed ? text.substring(1, text.length() - 1) : text;
      return new IdPoint(AddressBlock.parse(address).first(), OptionalInt.empty());
    }
    Point point = Point.parse(text);
    return new IdPoint(point.address(), OptionalInt.of(point.port()));
  }
}
