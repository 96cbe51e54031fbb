/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.List;
import java.util.function.LongFunction;
import org.reactorp2p.bench.fairness.arena.Arena;
import org.reactorp2p.bench.fairness.arena.NettyArena;
import org.reactorp2p.bench.fairness.arena.OriginalArena;
import org.reactorp2p.bench.fairness.arena.OwnArena;
import org.reactorp2p.bench.fairness.arena.StackArena;

/** Who divides the limit. */
enum Contender {
  /** Our scheduler. */
  OURS("ours", OwnArena::new),
  /** The original's algorithm, as we read it. */
  ORIGINAL("original", OriginalArena::new),
  /** All of ours, over sockets. */
  OUR_STACK("our-stack", StackArena::new),
  /** Netty's traffic shaping, over sockets. */
  NETTY("netty", NettyArena::new);

  private final String label;
  private final LongFunction<Arena> arena;

  Contender(String label, LongFunction<Arena> arena) {
    this.label = label;
    this.arena = arena;
  }

  String label() {
    return label;
  }

  /** Begins with this limit, in bytes per second. */
  Arena open(long limit) {
    return arena.apply(limit);
  }

  /** Whom it plays with. */
  List<Crowd> crowds() {
    return this == OURS || this == ORIGINAL ? Crowd.virtual() : Crowd.sockets();
  }
}
