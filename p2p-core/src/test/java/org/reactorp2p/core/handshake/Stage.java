/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import org.reactorp2p.core.wire.MessageNonce;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** One link in memory, and time that moves when told. */
final class Stage {
  final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  final Link near;
  final Link far;
  private int nonces;

  Stage() {
    MemoryNetwork network = MemoryNetwork.on(time);
    InetAddress home = Point.parse("192.0.2.1:1").address();
    InetAddress away = Parties.REMOTE.address();
    List<Link> links = new ArrayList<>();
    List<Listener> listeners = new ArrayList<>();
    network.machine(away).listen(Parties.REMOTE).subscribe(listeners::add);
    run();
    listeners.get(0).accept().subscribe(links::add);
    network.machine(home).dial(Parties.REMOTE).subscribe(links::add);
    run();
    near = links.get(0).remote().equals(Parties.REMOTE) ? links.get(0) : links.get(1);
    far = links.get(0) == near ? links.get(1) : links.get(0);
  }

  /** Lets happen what can happen without time passing. */
  void run() {
    time.advanceTime();
  }

  void pass(Duration duration) {
    time.advanceTimeBy(duration);
  }

  /** Somebody with these settings, who lets everybody in. */
  Authenticator authenticator(int identity, HandshakeConfig config) {
    return authenticator(identity, config, Admission.OPEN);
  }

  Authenticator authenticator(int identity, HandshakeConfig config, Admission admission) {
    return authenticator(identity, config, admission, () -> Parties.nonce(100 + nonces++));
  }

  Authenticator authenticator(
      int identity, HandshakeConfig config, Admission admission, Supplier<MessageNonce> nonces) {
    return new Authenticator(config, Parties.identity(identity), admission, nonces, time);
  }

  /** Begins to play, without running. */
  static Outcome watch(Mono<Authenticated> handshake) {
    return new Outcome(handshake);
  }

  static boolean isClosed(Link link) {
    return link.onClose().toFuture().isDone();
  }
}
