/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.Boxes;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What a network finds around itself: the way to others, threads, time and chance, and the box that
 * is fastest on it.
 *
 * @param transport gives a way to others to each network that starts, which hands it back when it
 *     has stopped
 * @param decisions gives each network the scheduler on which it decides everything and counts time.
 *     It must be serial, and its tasks must not be kept waiting
 * @param delivery lends its threads to those who listen to events and connections; they may block
 * @param random jitter and choices; called on the decisions' threads
 * @param nonces one for each handshake, from a cryptographically strong source; called on the
 *     links' threads
 * @param box gives what seals and opens the frames of the next connection; must not block
 */
public record Environment(
    Supplier<TransportLease> transport,
    Supplier<Scheduler> decisions,
    Scheduler delivery,
    RandomGenerator random,
    Supplier<MessageNonce> nonces,
    Supplier<Box> box) {

  /**
   * Its own event loops for TCP for each network, ended when it stops; besides, Reactor's shared
   * threads and the system's randomness: a network decides on one worker of {@link
   * Schedulers#parallel()}, and delivers on {@link Schedulers#boundedElastic()}.
   */
  public static Environment system() {
    return on(() -> TransportLease.owned(TcpTransport.create(TcpConfig.defaults())));
  }

  /**
   * The same over this transport, which stays the caller's: for several networks in one process.
   */
  public static Environment over(Transport shared) {
    return on(() -> TransportLease.borrowed(shared));
  }

  private static Environment on(Supplier<TransportLease> transport) {
    var random = new SecureRandom();
    return new Environment(
        transport,
        () -> Schedulers.single(Schedulers.parallel()),
        Schedulers.boundedElastic(),
        random,
        () -> MessageNonce.draw(random),
        FastestBox::now);
  }

  /** The same with another box; peers cannot tell the difference. */
  public Environment withBox(Box other) {
    return new Environment(transport, decisions, delivery, random, nonces, () -> other);
  }

  /**
   * One scheduler for everything, such as a {@code VirtualTimeScheduler}, and chance from a seed:
   * for simulations, where two runs shall be alike. Never for real peers, who rely on good nonces.
   *
   * @param everything must be serial
   */
  public static Environment simulated(
      Transport transport, Scheduler everything, RandomGenerator seeded) {
    return new Environment(
        () -> TransportLease.borrowed(transport),
        () -> everything,
        everything,
        seeded,
        () -> MessageNonce.draw(seeded),
        Boxes::plain);
  }
}
