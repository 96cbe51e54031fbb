/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.HeldBack;
import org.reactorp2p.core.transport.Link;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A link whose bytes go through something on their way.
 *
 * @param sound what carries them
 * @param incoming what happens to those received
 * @param outgoing what happens to those sent
 */
record FaultyLink(
    Link sound, UnaryOperator<Flux<byte[]>> incoming, UnaryOperator<Flux<byte[]>> outgoing)
    implements Link {

  static final UnaryOperator<Flux<byte[]>> UNCHANGED = UnaryOperator.identity();

  @Override
  public Point local() {
    return sound.local();
  }

  @Override
  public Point remote() {
    return sound.remote();
  }

  @Override
  public Flux<Chunk> receive() {
    // Faults hold back, ask ahead and cut, so they work on bytes that are theirs.
    return incoming.apply(sound.receive().map(Chunk::toBytes)).map(Chunk::of);
  }

  @Override
  public Mono<Void> send(Publisher<byte[]> chunks) {
    return sound.send(outgoing.apply(Flux.from(chunks)));
  }

  @Override
  public Scheduler scheduler() {
    return sound.scheduler();
  }

  @Override
  public Mono<Void> close() {
    return sound.close();
  }

  @Override
  public void abort() {
    sound.abort();
  }

  @Override
  public Mono<Void> onClose() {
    return sound.onClose();
  }

  @Override
  public HeldBack heldBack() {
    return sound.heldBack();
  }
}
