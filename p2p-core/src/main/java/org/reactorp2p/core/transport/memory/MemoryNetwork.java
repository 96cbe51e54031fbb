/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.LinkException.Kind;
import org.reactorp2p.core.transport.Transport;
import reactor.core.scheduler.Scheduler;

/**
 * A network of machines in memory. {@link #machine} gives each its {@link Transport}; a dial
 * reaches whoever listens on that address and port of the same network, is refused where nobody
 * listens, and finds no way to an address that no machine has.
 *
 * <p>Everything happens on one worker of the scheduler passed in, turn by turn and in the order it
 * was asked for: with Reactor's {@code VirtualTimeScheduler} nothing moves until time is advanced,
 * and two runs are alike to the byte. Thread-safe like any transport.
 */
public final class MemoryNetwork {

  /** Where ports that the network chooses begin; the range machines use for it too. */
  private static final int FIRST_EPHEMERAL_PORT = 49_152;

  private final MemoryLink.Wire wire;
  private final Set<InetAddress> machines = ConcurrentHashMap.newKeySet();

  // Confined to the loop.
  private final Map<Point, MemoryListener> listeners = new HashMap<>();
  private int nextPort = FIRST_EPHEMERAL_PORT;

  private MemoryNetwork(MemoryConfig config, Scheduler scheduler) {
    this.wire = new MemoryLink.Wire(new MemoryLoop(scheduler), config);
  }

  /** An empty network with {@link MemoryConfig#DEFAULT}, living on {@code scheduler}. */
  public static MemoryNetwork on(Scheduler scheduler) {
    return on(scheduler, MemoryConfig.DEFAULT);
  }

  /** An empty network, living on {@code scheduler}, which stays the caller's to dispose of. */
  public static MemoryNetwork on(Scheduler scheduler, MemoryConfig config) {
    return new MemoryNetwork(
        Objects.requireNonNull(config, "config"), Objects.requireNonNull(scheduler, "scheduler"));
  }

  /** The transport of the machine with this address, which is on the network from now on. */
  public Transport machine(InetAddress address) {
    machines.add(address);
    return new MemoryMachine(this, address);
  }

  MemoryLoop loop() {
    return wire.loop();
  }

  /** Opens a port of a machine. Called on the loop. */
  MemoryListener open(InetAddress machine, Point on) {
    if (!on.address().isAnyLocalAddress() && !on.address().equals(machine)) {
      throw new LinkException(
          Kind.NO_SUCH_ADDRESS,
          "cannot listen on " + on + ": this machine has no such address; use " + machine);
    }
    Point key = on.port() == 0 ? free(machine) : new Point(machine, on.port());
    if (listeners.containsKey(key)) {
      throw new LinkException(
          Kind.PORT_TAKEN, "cannot listen on " + on + ": the port is taken; choose another");
    }
    var listener =
        new MemoryListener(
            loop(), new Point(on.address(), key.port()), () -> listeners.remove(key));
    listeners.put(key, listener);
    return listener;
  }

  /** Connects, or throws. Called on the loop. */
  MemoryLink connect(InetAddress machine, Point to) {
    MemoryListener listener = listenerAt(to);
    MemoryLink link = MemoryLink.connect(wire, free(machine), to);
    listener.arrive(link.peer());
    return link;
  }

  private MemoryListener listenerAt(Point to) {
    @Nullable MemoryListener listener = listeners.get(to);
    if (listener != null) {
      return listener;
    }
    if (machines.contains(to.address())) {
      throw new LinkException(Kind.REFUSED, "nobody listens on " + to);
    }
    throw new LinkException(Kind.UNREACHABLE, "no way leads to " + to);
  }

  private Point free(InetAddress machine) {
    for (int tries = FIRST_EPHEMERAL_PORT; tries <= Point.MAX_PORT; tries++) {
      var candidate = new Point(machine, nextPort);
      nextPort = nextPort == Point.MAX_PORT ? FIRST_EPHEMERAL_PORT : nextPort + 1;
      if (!listeners.containsKey(candidate)) {
        return candidate;
      }
    }
    throw new LinkException(Kind.EXHAUSTED, "no port is left");
  }
}
