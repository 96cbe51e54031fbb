/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.LinkException.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What faults do to the bytes that come in. All keep the demand down to the link. */
final class Incoming {

  /** Arrays that may be under way at a time on a slow line; like the line, no more fit. */
  private static final int UNDER_WAY = 64;

  private Incoming() {}

  static UnaryOperator<Flux<byte[]>> delayed(Duration delay, Scheduler scheduler) {
    return sound ->
        sound.flatMapSequential(
            chunk -> Mono.just(chunk).delayElement(delay, scheduler), UNDER_WAY, 1);
  }

  static UnaryOperator<Flux<byte[]>> paced(Duration pause, Scheduler scheduler) {
    return sound -> sound.concatMap(chunk -> Mono.just(chunk).delayElement(pause, scheduler), 0);
  }

  static UnaryOperator<Flux<byte[]>> cut(long bytes, Link sound) {
    var left = new AtomicLong(bytes);
    return incoming ->
        incoming.concatMap(
            chunk -> {
              long before = left.getAndAdd(-chunk.length);
              if (before > chunk.length) {
                return Mono.just(chunk);
              }
              sound.abort();
              Flux<byte[]> lost =
                  Flux.error(new LinkException(Kind.RESET, "the link was cut by a fault"));
              int whole = (int) Math.max(before, 0);
              return whole == 0 ? lost : Flux.concat(Mono.just(Arrays.copyOf(chunk, whole)), lost);
            },
            0);
  }

  static UnaryOperator<Flux<byte[]>> flipped(long offset, int mask) {
    var passed = new AtomicLong();
    return incoming ->
        incoming.map(
            chunk -> {
              long at = offset - passed.getAndAdd(chunk.length);
              if (at >= 0 && at < chunk.length) {
                chunk[(int) at] ^= (byte) mask;
              }
              return chunk;
            });
  }

  static UnaryOperator<Flux<byte[]>> recut(RandomGenerator random, int most) {
    return incoming -> incoming.concatMapIterable(chunk -> pieces(chunk, random, most), 1);
  }

  private static List<byte[]> pieces(byte[] chunk, RandomGenerator random, int most) {
    List<byte[]> pieces = new ArrayList<>();
    int end;
    for (int start = 0; start < chunk.length; start = end) {
      end = Math.min(chunk.length, start + 1 + random.nextInt(most));
      pieces.add(Arrays.copyOfRange(chunk, start, end));
    }
    return pieces;
  }
}
