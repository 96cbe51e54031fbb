/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Datagram;

/** Carries the datagrams of a memory network. Confined to its loop. */
final class MemoryPost {

  private static final Point EVERYBODY = Point.parse("255.255.255.255:0");

  private final MemoryLink.Wire wire;
  private final List<MemoryDatagramPort> ports = new ArrayList<>();

  MemoryPost(MemoryLink.Wire wire) {
    this.wire = wire;
  }

  MemoryLoop loop() {
    return wire.loop();
  }

  MemoryDatagramPort open(Point at, int longest) {
    var port = new MemoryDatagramPort(this, at, longest);
    ports.add(port);
    return port;
  }

  void close(MemoryDatagramPort port) {
    ports.remove(port);
  }

  /** To whoever has that port open, on that machine or on all, as the weather lets it. */
  void carry(Point from, Datagram datagram) {
    Point to = datagram.peer();
    boolean toAll = to.address().equals(EVERYBODY.address());
    for (MemoryDatagramPort port : List.copyOf(ports)) {
      if (toAll ? port.local().port() == to.port() : port.local().equals(to)) {
        byte[] bytes = datagram.bytes().clone();
        wire.carry(from, port.local(), () -> port.arrived(new Datagram(from, bytes)));
      }
    }
  }
}
