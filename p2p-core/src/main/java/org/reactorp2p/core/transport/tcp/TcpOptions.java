/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import java.util.HashMap;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;
import org.reactorp2p.core.transport.tcp.TcpConfig.Engine;
import org.reactorp2p.core.transport.tcp.TcpConfig.SocketBuffers;
import reactor.netty.transport.ServerTransport;
import reactor.netty.transport.Transport;

/** What is set on each socket, and why. */
final class TcpOptions {

  private static final int PROBES = 3;

  private final Map<ChannelOption<?>, Object> ofLinks = new HashMap<>();
  private final Map<ChannelOption<?>, Object> ofBuffers = new HashMap<>();
  private final int backlog;

  TcpOptions(TcpConfig config, Engine engine) {
    this.backlog = config.backlog();
    // The adaptive allocator, Netty's default since 4.2, has run nodes out of direct memory; a
    // system property must not bring it back.
    ofLinks.put(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT);
    // Their FIN ends one direction; when the other ends is our decision.
    ofLinks.put(ChannelOption.ALLOW_HALF_CLOSURE, true);
    // What we write is a batch already.
    ofLinks.put(ChannelOption.TCP_NODELAY, true);
    ofLinks.put(ChannelOption.SO_KEEPALIVE, true);
    int idle = Math.toIntExact(config.keepAliveIdle().toSeconds());
    if (engine == Engine.EPOLL) {
      long patience = config.unacknowledgedTimeout().toMillis();
      ofLinks.put(EpollChannelOption.TCP_USER_TIMEOUT, Math.toIntExact(patience));
      ofLinks.put(EpollChannelOption.TCP_KEEPIDLE, idle);
      ofLinks.put(EpollChannelOption.TCP_KEEPINTVL, idle / PROBES);
      ofLinks.put(EpollChannelOption.TCP_KEEPCNT, PROBES);
    } else {
      ofLinks.put(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), idle);
      ofLinks.put(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), idle / PROBES);
      ofLinks.put(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), PROBES);
    }
    size(config.buffers());
  }

  private void size(SocketBuffers buffers) {
    if (buffers.sendBytes() > 0) {
      ofLinks.put(ChannelOption.SO_SNDBUF, buffers.sendBytes());
    }
    if (buffers.receiveBytes() > 0) {
      ofBuffers.put(ChannelOption.SO_RCVBUF, buffers.receiveBytes());
    }
  }

  <T extends Transport<T, ?>> T dialling(T client) {
    T set = set(set(client, ofLinks), ofBuffers);
    // The one who dials has the clock.
    return set.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0);
  }

  <T extends ServerTransport<T, ?>> T listening(T server) {
    // The receive buffer is inherited, and must be known before the handshake scales the window.
    T set = set(server, ofBuffers).option(ChannelOption.SO_BACKLOG, backlog);
    for (var entry : ofLinks.entrySet()) {
      set = child(set, entry.getKey(), entry.getValue());
    }
    // A port whose last connections still linger in the kernel is ours to take again.
    return set.option(ChannelOption.SO_REUSEADDR, true);
  }

  private static <T extends Transport<T, ?>> T set(T transport, Map<ChannelOption<?>, Object> all) {
    T set = transport;
    for (var entry : all.entrySet()) {
      set = one(set, entry.getKey(), entry.getValue());
    }
    return set;
  }

  @SuppressWarnings("unchecked") // Each value was put in with the option of its type.
  private static <T extends Transport<T, ?>, V> T one(T to, ChannelOption<V> option, Object value) {
    return to.option(option, (V) value);
  }

  @SuppressWarnings("unchecked") // As above.
  private static <T extends ServerTransport<T, ?>, V> T child(
      T to, ChannelOption<V> option, Object value) {
    return to.childOption(option, (V) value);
  }
}
