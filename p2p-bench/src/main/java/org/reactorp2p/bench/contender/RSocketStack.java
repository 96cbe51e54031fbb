/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import io.rsocket.RSocket;
import io.rsocket.SocketAcceptor;
import io.rsocket.core.RSocketConnector;
import io.rsocket.core.RSocketServer;
import io.rsocket.frame.decoder.PayloadDecoder;
import io.rsocket.transport.netty.client.TcpClientTransport;
import io.rsocket.transport.netty.server.CloseableChannel;
import io.rsocket.transport.netty.server.TcpServerTransport;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpClient;
import reactor.netty.tcp.TcpServer;

/**
 * RSocket over TCP with TLS: messages are the payloads of one request-channel, without copies. It
 * does not say who is at the other end, so nobody is.
 */
final class RSocketStack implements Contender {

  private final LoopResources loops = LoopResources.create("bench-rsocket", 1, 1, true);
  private final Tls tls = Tls.ofServer();

  @Override
  public String self() {
    return NOBODY;
  }

  @Override
  public Mono<Door> listen(Payload payload, Consumer<Line> visitors) {
    TcpServer server =
        TcpServer.create()
            .runOn(loops)
            .host("127.0.0.1")
            .port(0)
            .secure(spec -> spec.sslContext(tls.server()));
    return RSocketServer.create(welcoming(payload, visitors))
        .payloadDecoder(PayloadDecoder.ZERO_COPY)
        .bind(TcpServerTransport.create(server))
        .map(RSocketDoor::new);
  }

  private static SocketAcceptor welcoming(Payload payload, Consumer<Line> visitors) {
    return (setup, theirs) -> {
      var incoming = new RSocketIncoming(payload);
      visitors.accept(new RSocketLine(theirs, incoming));
      return Mono.<RSocket>just(incoming);
    };
  }

  @Override
  public Mono<Line> dial(int port, Payload payload) {
    TcpClient client =
        TcpClient.newConnection()
            .runOn(loops)
            .host("127.0.0.1")
            .port(port)
            .secure(spec -> spec.sslContext(tls.client()));
    var incoming = new RSocketIncoming(payload);
    return RSocketConnector.create()
        .acceptor(SocketAcceptor.with(incoming))
        .payloadDecoder(PayloadDecoder.ZERO_COPY)
        .connect(TcpClientTransport.create(client))
        .map(theirs -> new RSocketLine(theirs, incoming));
  }

  private record RSocketDoor(CloseableChannel channel) implements Door {

    @Override
    public int port() {
      return channel.address().getPort();
    }

    @Override
    public Mono<Void> close() {
      return Mono.defer(
          () -> {
            channel.dispose();
            return channel.onClose();
          });
    }
  }
}
