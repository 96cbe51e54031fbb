/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Link;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A link that counts the bytes that pass through it. */
record CountedLink(Link link, AtomicLong received, AtomicLong sent) implements Link {

  CountedLink(Link link) {
    this(link, new AtomicLong(), new AtomicLong());
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
    return link.receive().doOnNext(chunk -> received.addAndGet(chunk.length()));
  }

  @Override
  public Mono<Void> send(Publisher<byte[]> chunks) {
    return link.send(Flux.from(chunks).doOnNext(chunk -> sent.addAndGet(chunk.length)));
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
