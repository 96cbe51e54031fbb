/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import org.reactivestreams.Publisher;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Link;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Somebody sits on the line and flips one bit of what is sent. */
final class FlippingLink implements Link {
  private final Link link;
  private final int flippedByte;
  private final int mask;
  private int passed;

  /** Flips bit {@code bit} of the stream, counted from the first byte's most significant one. */
  FlippingLink(Link link, int bit) {
    this.link = link;
    this.flippedByte = bit / 8;
    this.mask = 0x80 >>> bit % 8;
  }

  private byte[] flip(byte[] chunk) {
    int at = flippedByte - passed;
    passed += chunk.length;
    if (at >= 0 && at < chunk.length) {
      chunk[at] ^= (byte) mask;
    }
    return chunk;
  }

  @Override
  public Mono<Void> send(Publisher<byte[]> chunks) {
    return link.send(Flux.from(chunks).map(this::flip));
  }

  @Override
  public Point local() {
    return link.local();
  }

  @Override
  public Point remote() {
    return link.remote();
  }

  @Override
  public Flux<Chunk> receive() {
    return link.receive();
  }

  @Override
  public Scheduler scheduler() {
    return link.scheduler();
  }

  @Override
  public Mono<Void> close() {
    return link.close();
  }

  @Override
  public void abort() {
    link.abort();
  }

  @Override
  public Mono<Void> onClose() {
    return link.onClose();
  }
}
