/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;

/** A line that goes dead without a word after so many bytes have come in. */
final class BlackHole {

  private final AtomicLong left;

  BlackHole(long bytes) {
    this.left = new AtomicLong(bytes);
  }

  Flux<byte[]> incoming(Flux<byte[]> sound) {
    return sound
        .filter(chunk -> left.getAndAdd(-chunk.length) >= chunk.length)
        .concatWith(silence());
  }

  Flux<byte[]> outgoing(Flux<byte[]> sound) {
    return sound.filter(chunk -> left.get() > 0);
  }

  /** The end of the other side does not come through either, once the line is dead. */
  private Flux<byte[]> silence() {
    return Flux.defer(() -> left.get() > 0 ? Flux.empty() : Flux.never());
  }
}
