/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.util.Optional;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpServer;

/**
 * Reactor Netty as it comes, with nothing sealed and nobody authenticated, which is the measure of
 * all, or with TLS. A small message is a buffer with a 2-byte length in front, cut out again by
 * Netty's decoder, and Reactor Netty batches the writes as it does by itself. A large one is bytes
 * in a stream, not even cut out, so that no copy is held against the measure which a user could do
 * without.
 */
final class NettyStack implements Contender {

  private final LoopResources loops = LoopResources.create("bench-netty", 1, 1, true);
  private final Optional<Tls> tls;

  NettyStack(Optional<Tls> tls) {
    this.tls = tls;
  }

  static NettyStack plain() {
    return new NettyStack(Optional.empty());
  }

  static NettyStack mutualTls() {
    return new NettyStack(Optional.of(Tls.mutual()));
  }

  static NettyStack serverTls() {
    return new NettyStack(Optional.of(Tls.ofServer()));
  }

  @Override
  public String self() {
    return tls.map(Tls::self).orElse(NOBODY);
  }

  @Override
  public Mono<Door> listen(Payload payload, Consumer<Line> visitors) {
    TcpServer server =
        TcpServer.create()
            .runOn(loops)
            .host("127.0.0.1")
            .port(0)
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .doOnConnection(connection -> cut(connection, payload))
            .handle(
                (in, out) -> {
                  in.withConnection(connection -> visitors.accept(line(connection, payload)));
                  return Mono.never();
                });
    return tls.map(keys -> server.secure(spec -> spec.sslContext(keys.server())))
        .orElse(server)
        .bind()
        .map(NettyDoor::new);
  }

  @Override
  public Mono<Line> dial(int port, Payload payload) {
    TcpClient client =
        TcpClient.newConnection()
            .runOn(loops)
            .host("127.0.0.1")
            .port(port)
            .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .doOnConnected(connection -> cut(connection, payload));
    return tls.map(keys -> client.secure(spec -> spec.sslContext(keys.client())))
        .orElse(client)
        .connect()
        .map(connection -> line(connection, payload));
  }

  private static void cut(Connection connection, Payload payload) {
    if (!NettyLine.isStream(payload)) {
      connection.addHandlerLast(
          new LengthFieldBasedFrameDecoder(1 << 16, 0, NettyLine.LENGTH, 0, NettyLine.LENGTH));
    }
  }

  private static Line line(Connection connection, Payload payload) {
    return new NettyLine(connection, payload);
  }

  private record NettyDoor(DisposableServer server) implements Door {

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public Mono<Void> close() {
      return Mono.defer(
          () -> {
            server.dispose();
            return server.onDispose();
          });
    }
  }
}
