/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import reactor.core.publisher.Mono;

/** A link in memory: one end is our implementation's, the other end feeds it and listens. */
final class Cable {
  private static final Point DIALLER = Point.parse("192.0.2.1:1");
  private static final Point LISTENER = Point.parse("192.0.2.2:9732");

  private final Link ours;
  private final Link theirs;

  Cable(HandScheduler time, Role ourRole, Proofreader reader) {
    MemoryNetwork network = MemoryNetwork.on(time);
    List<Listener> listeners = new ArrayList<>();
    List<Link> accepted = new ArrayList<>();
    List<Link> dialled = new ArrayList<>();
    network.machine(LISTENER.address()).listen(LISTENER).subscribe(listeners::add);
    time.run();
    listeners.get(0).accept().subscribe(accepted::add);
    network.machine(DIALLER.address()).dial(LISTENER).subscribe(dialled::add);
    time.run();
    boolean weDialled = ourRole == Role.INITIATOR;
    this.ours = weDialled ? dialled.get(0) : accepted.get(0);
    this.theirs = weDialled ? accepted.get(0) : dialled.get(0);
    theirs.receive().map(Chunk::toBytes).subscribe(reader::read, lost -> {});
  }

  /** The end for our implementation. */
  Link ours() {
    return ours;
  }

  /** Sends a piece to our implementation; it may be gone, which is no concern of the sender's. */
  void feed(byte[] piece) {
    theirs.send(Mono.just(piece)).subscribe(nothing -> {}, gone -> {});
  }

  /** Closes the other end. */
  void close() {
    theirs.close().subscribe();
  }
}
