/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpServer;

/**
 * The measure: Reactor Netty as it comes, with nothing sealed and nobody authenticated. A small
 * message is a buffer with a 2-byte length in front, cut out again by Netty's decoder, and Reactor
 * Netty batches the writes as it does by itself. A large one is bytes in a stream, not even cut
 * out, so that no copy is held against the measure which a user could do without.
 */
final class PlainNetty implements Contender {

  private static final int LENGTH = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LoopResources loops = LoopResources.create("bench-netty", 1, 1, true);

  @Override
  public String self() {
    return Closing.NOBODY;
  }

  private static boolean isStream(Cargo cargo) {
    return cargo.payload() == Payload.LARGE;
  }

  @Override
  public Inbound listen(Cargo cargo) {
    Ledger ledger = new Ledger(cargo);
    Sinks.One<Closing> closing = Sinks.one();
    DisposableServer server =
        TcpServer.create()
            .runOn(loops)
            .host("127.0.0.1")
            .port(0)
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .doOnConnection(
                connection -> {
                  cut(connection, cargo);
                  // At the end of a connection receive() falls silent instead of completing.
                  connection.onDispose(() -> closing.tryEmitValue(closing(ledger)));
                })
            .handle((in, out) -> in.receive().doOnNext(take(cargo, ledger)).then())
            .bindNow(PATIENCE);
    return new Arriving(server.port(), ledger, closing.asMono().doFinally(s -> server.dispose()));
  }

  private static Closing closing(Ledger ledger) {
    return new Closing(ledger.messages(), ledger.isSound(), Closing.NOBODY, 0);
  }

  private static void cut(Connection connection, Cargo cargo) {
    if (!isStream(cargo)) {
      connection.addHandlerLast(new LengthFieldBasedFrameDecoder(1 << 16, 0, LENGTH, 0, LENGTH));
    }
  }

  private static Consumer<ByteBuf> take(Cargo cargo, Ledger ledger) {
    if (isStream(cargo)) {
      return new Slicer(cargo, ledger)::take;
    }
    byte[] whole = new byte[cargo.payload().bytes()];
    return message -> {
      int at = message.readerIndex();
      if (ledger.isToBeCompared()) {
        message.getBytes(at, whole);
        ledger.compare(whole);
      }
      ledger.enter(message.getLong(at), message.getLong(at + whole.length - Long.BYTES));
    };
  }

  @Override
  public Outbound dial(int port, Cargo cargo) {
    Connection connection =
        TcpClient.newConnection()
            .runOn(loops)
            .host("127.0.0.1")
            .port(port)
            .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .connectNow(PATIENCE);
    Departing departing = new Departing(connection, cargo);
    departing.start();
    return departing;
  }

  private record Arriving(int port, Ledger ledger, Mono<Closing> closing) implements Inbound {
    @Override
    public long messages() {
      return ledger.messages();
    }
  }

  /** The sending connection. */
  private static final class Departing implements Outbound {

    private final Connection connection;
    private final Cargo cargo;
    private final Sinks.Empty<Void> sent = Sinks.empty();
    private final AtomicLong messages = new AtomicLong();
    private volatile boolean stopped;

    Departing(Connection connection, Cargo cargo) {
      this.connection = connection;
      this.cargo = cargo;
    }

    void start() {
      connection
          .outbound()
          .send(isStream(cargo) ? stream() : messages())
          .then()
          .subscribe(nothing -> {}, sent::tryEmitError, () -> sent.tryEmitEmpty());
    }

    /** Bytes that lie ready in direct memory: nothing is copied on our side of the kernel. */
    private Publisher<ByteBuf> stream() {
      ByteBuf[] ready = new ByteBuf[Cargo.KINDS];
      for (int kind = 0; kind < ready.length; kind++) {
        ready[kind] = connection.channel().alloc().directBuffer(cargo.payload().bytes());
        ready[kind].writeBytes(cargo.body(kind));
      }
      return source(index -> ready[(int) (index % Cargo.KINDS)].retainedDuplicate());
    }

    private Publisher<ByteBuf> messages() {
      ByteBufAllocator alloc = connection.channel().alloc();
      int length = cargo.payload().bytes();
      return source(
          index ->
              alloc.directBuffer(LENGTH + length).writeShort(length).writeBytes(cargo.body(index)));
    }

    private Flux<ByteBuf> source(LongFunction<ByteBuf> make) {
      return Flux.generate(
          sink -> {
            if (stopped) {
              sink.complete();
            } else {
              sink.next(make.apply(messages.getPlain()));
              messages.lazySet(messages.getPlain() + 1);
            }
          });
    }

    @Override
    public Mono<Closing> stop() {
      stopped = true;
      return sent.asMono()
          .then(
              Mono.defer(
                  () -> {
                    connection.dispose();
                    return connection.onDispose();
                  }))
          .then(Mono.fromCallable(() -> new Closing(messages.get(), true, Closing.NOBODY, 0)));
    }
  }
}
