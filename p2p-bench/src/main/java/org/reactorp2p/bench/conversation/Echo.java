/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.reactorp2p.bench.contender.Cargo;
import org.reactorp2p.bench.contender.Intake;
import org.reactorp2p.bench.contender.Line;
import org.reactorp2p.bench.contender.Parcel;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One end of a conversation in which each says, in turn, the next message of the cargo. What is
 * heard instead of the message that had to come is counted as a fault.
 */
final class Echo {

  private final Line line;
  private final Cargo cargo;
  private final Sinks.Many<Parcel> words = Sinks.many().unicast().onBackpressureBuffer();
  private final AtomicLong said = new AtomicLong();
  private final AtomicLong heard = new AtomicLong();
  private final AtomicLong faults = new AtomicLong();
  private final String peer;
  private Mono<Void> over = Mono.empty();

  Echo(Line line, Cargo cargo) {
    this.line = line;
    this.cargo = cargo;
    this.peer = line.peer();
  }

  /**
   * Begins to listen.
   *
   * @param then called on the line's thread whenever the other end has said something
   */
  Echo listen(Consumer<Echo> then) {
    over = line.receive(new Ear(then));
    line.send(words.asFlux()).onErrorComplete().subscribe();
    return this;
  }

  /** Says the next message. One thread at a time. */
  void say() {
    words.emitNext(cargo.parcel(said.get()), Sinks.EmitFailureHandler.FAIL_FAST);
    said.lazySet(said.get() + 1);
  }

  /** Messages heard so far. */
  long heard() {
    return heard.get();
  }

  /** What was heard and had not to be, and what was lost. */
  long faults() {
    return faults.get() + line.dropped();
  }

  /** Who is at the other end. */
  String peer() {
    return peer;
  }

  /** Says no more and closes. Cold. */
  Mono<Void> close() {
    return Mono.defer(
        () -> {
          words.tryEmitComplete();
          return line.close();
        });
  }

  /** Completes when the other end has closed. */
  Mono<Void> over() {
    return over;
  }

  private final class Ear implements Intake {

    private final Consumer<Echo> then;

    Ear(Consumer<Echo> then) {
      this.then = then;
    }

    @Override
    public void message(byte[] body) {
      hear(body.length == cargo.payload().bytes() ? Cargo.last(body) : 0);
    }

    @Override
    public void message(ByteBuf body) {
      int length = body.readableBytes();
      int last = body.readerIndex() + length - Long.BYTES;
      hear(length == cargo.payload().bytes() ? body.getLong(last) : 0);
    }

    @Override
    public void stream(ByteBuf bytes) {
      throw new IllegalStateException("a conversation is made of messages");
    }

    private void hear(long last) {
      if (last != Cargo.last(cargo.body(heard.get()))) {
        faults.incrementAndGet();
      }
      heard.lazySet(heard.get() + 1);
      then.accept(Echo.this);
    }
  }
}
