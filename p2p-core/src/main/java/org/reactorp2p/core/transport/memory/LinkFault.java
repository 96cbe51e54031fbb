/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Transport;

/**
 * Something that is wrong with a link. Faults are decorators and add up: {@code
 * latency(d).and(cutAfter(n))}. They work on any link, be it of memory or of TCP, and most of them
 * on what the decorated end receives, so put them on the side that shall suffer.
 */
@FunctionalInterface
public interface LinkFault {

  /** The link with the fault. The decorated link must be used instead of the sound one. */
  Link on(Link sound);

  /** This fault nearest to the wire, the other one nearer to the user. */
  default LinkFault and(LinkFault other) {
    Objects.requireNonNull(other, "other");
    return sound -> other.on(on(sound));
  }

  /** A transport all of whose links, dialled and accepted, have this fault. */
  default Transport on(Transport sound) {
    return new FaultyTransport(sound, this);
  }

  /** A fault made anew for each link, for those that keep count or draw dice. */
  static LinkFault each(Supplier<? extends LinkFault> source) {
    return sound -> source.get().on(sound);
  }

  /** What comes in arrives later by {@code delay}, on the link's own scheduler. */
  static LinkFault latency(Duration delay) {
    return sound ->
        new FaultyLink(sound, Incoming.delayed(delay, sound.scheduler()), FaultyLink.UNCHANGED);
  }

  /** The reader takes one array per {@code pause}, however many wait. */
  static LinkFault slowReader(Duration pause) {
    return sound ->
        new FaultyLink(sound, Incoming.paced(pause, sound.scheduler()), FaultyLink.UNCHANGED);
  }

  /**
   * The link is cut when so many bytes have come in: they are delivered, then both ends see a
   * reset.
   */
  static LinkFault cutAfter(long bytes) {
    return sound -> new FaultyLink(sound, Incoming.cut(bytes, sound), FaultyLink.UNCHANGED);
  }

  /**
   * From the time so many bytes have come in, nothing more comes in or goes out, and no one is
   * told. The sound link is still read from, as a machine still acknowledges; what is sent is
   * swallowed.
   */
  static LinkFault blackHoleAfter(long bytes) {
    return sound -> {
      var hole = new BlackHole(bytes);
      return new FaultyLink(sound, hole::incoming, hole::outgoing);
    };
  }

  /** One byte of what comes in is changed: that at {@code offset}, by exclusive-or with a mask. */
  static LinkFault flip(long offset, int mask) {
    return sound -> new FaultyLink(sound, Incoming.flipped(offset, mask), FaultyLink.UNCHANGED);
  }

  /** What comes in is cut at other places, as dice decide: arrays of 1 to {@code most} bytes. */
  static LinkFault recut(RandomGenerator random, int most) {
    return sound -> new FaultyLink(sound, Incoming.recut(random, most), FaultyLink.UNCHANGED);
  }
}
