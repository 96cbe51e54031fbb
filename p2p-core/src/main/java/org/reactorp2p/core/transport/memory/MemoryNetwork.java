/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
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

  private final MemoryPost post;

  private MemoryNetwork(MemoryConfig config, Scheduler scheduler, Weather weather) {
    this.wire =
        new MemoryLink.Wire(new MemoryLoop(scheduler), config, weather, new LinkedHashSet<>());
    this.post = new MemoryPost(wire);
  }

  /** An empty network with {@link MemoryConfig#DEFAULT}, living on {@code scheduler}. */
  public static MemoryNetwork on(Scheduler scheduler) {
    return on(scheduler, MemoryConfig.DEFAULT);
  }

  /** An empty network, living on {@code scheduler}, which stays the caller's to dispose of. */
  public static MemoryNetwork on(Scheduler scheduler, MemoryConfig config) {
    return on(scheduler, config, Weather.CALM);
  }

  /** The same, with something between its machines that may change while it runs. */
  public static MemoryNetwork on(Scheduler scheduler, MemoryConfig config, Weather weather) {
    return new MemoryNetwork(
        Objects.requireNonNull(config, "config"),
        Objects.requireNonNull(scheduler, "scheduler"),
        Objects.requireNonNull(weather, "weather"));
  }

  /** The transport of the machine with this address, which is on the network from now on. */
  public Transport machine(InetAddress address) {
    machines.add(address);
    return new MemoryMachine(this, address);
  }

  /**
   * Both ends of these links see a reset at once, whatever the weather.
   *
   * @param which asked for the end that dialled and the end that was dialled, on the loop and in
   *     the order in which the links came about
   */
  public void sever(BiPredicate<Point, Point> which) {
    loop()
        .run(
            () ->
                List.copyOf(wire.links()).stream()
                    .filter(link -> which.test(link.local(), link.remote()))
                    .forEach(MemoryLink::sever));
  }

  MemoryLoop loop() {
    return wire.loop();
  }

  MemoryLink.Wire wire() {
    return wire;
  }

  /** Opens a port of a machine. Called on the loop. */
  MemoryListener open(InetAddress machine, Point on) {
    requireOurs(machine, on);
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

  /** Opens a port for datagrams, which others of the machine may have too. Called on the loop. */
  MemoryDatagramPort openDatagrams(InetAddress machine, Point on, int longest) {
    requireOurs(machine, on);
    int port = on.port() == 0 ? free(machine).port() : on.port();
    return post.open(new Point(machine, port), longest);
  }

  private static void requireOurs(InetAddress machine, Point on) {
    if (!on.address().isAnyLocalAddress() && !on.address().equals(machine)) {
      throw new LinkException(
          Kind.NO_SUCH_ADDRESS,
          "cannot listen on " + on + ": this machine has no such address; use " + machine);
    }
  }

  /** Where a dial sets out from, if there is a way at all. Called on the loop. */
  Point route(InetAddress machine, Point to) {
    if (!machines.contains(to.address())) {
      throw new LinkException(Kind.UNREACHABLE, "no way leads to " + to);
    }
    return free(machine);
  }

  /** Connects, or throws. Called on the loop. */
  MemoryLink connect(Point from, Point to) {
    MemoryListener listener = listeners.get(to);
    if (listener == null) {
      throw new LinkException(Kind.REFUSED, "nobody listens on " + to);
    }
    MemoryLink link = MemoryLink.connect(wire, from, to);
    listener.arrive(link.peer());
    return link;
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
