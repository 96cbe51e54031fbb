/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.util.Objects;
import org.reactorp2p.core.model.Point;

/**
 * One datagram. Nobody has checked where it comes from: whoever sends one may write any source.
 *
 * @param peer where it comes from, or goes to
 * @param bytes all of it, or its beginning where the reader wanted no more; belongs to whoever has
 *     it
 */
public record Datagram(Point peer, byte[] bytes) {

  public Datagram {
    Objects.requireNonNull(peer, "peer");
    Objects.requireNonNull(bytes, "bytes");
  }

  @Override
  public String toString() {
    return "Datagram(" + peer + ", " + bytes.length + " bytes)";
  }
}
