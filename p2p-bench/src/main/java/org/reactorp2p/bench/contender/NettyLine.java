/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/** A connection of Reactor Netty, encrypted or not. */
final class NettyLine implements Line {

  /** Bytes of the length in front of a message that is no stream. */
  static final int LENGTH = 2;

  private final Connection connection;
  private final Payload payload;
  private final String peer;

  NettyLine(Connection connection, Payload payload) {
    this.connection = connection;
    this.payload = payload;
    this.peer = peer(connection);
  }

  private static String peer(Connection connection) {
    SslHandler tls = connection.channel().pipeline().get(SslHandler.class);
    return tls == null ? Contender.NOBODY : Tls.peer(tls.engine().getSession());
  }

  /** Whether messages are so large that they lie end to end, without a length in front. */
  static boolean isStream(Payload payload) {
    return payload == Payload.LARGE;
  }

  @Override
  public String peer() {
    return peer;
  }

  @Override
  public Mono<Void> receive(Intake intake) {
    connection
        .inbound()
        .receive()
        .subscribe(isStream(payload) ? intake::stream : intake::message, failure -> {});
    // At the end of a connection receive() falls silent instead of completing.
    return connection.onDispose();
  }

  @Override
  public Mono<Void> send(Flux<Parcel> parcels) {
    return connection.outbound().send(isStream(payload) ? stream(parcels) : cut(parcels)).then();
  }

  /** Bytes that lie ready in direct memory: nothing is copied on our side of the kernel. */
  private static Flux<ByteBuf> stream(Flux<Parcel> parcels) {
    return parcels.map(parcel -> parcel.direct().retainedDuplicate());
  }

  private Flux<ByteBuf> cut(Flux<Parcel> parcels) {
    ByteBufAllocator alloc = connection.channel().alloc();
    int length = payload.bytes();
    return parcels.map(
        parcel -> alloc.directBuffer(LENGTH + length).writeShort(length).writeBytes(parcel.body()));
  }

  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public Mono<Void> close() {
    return Mono.defer(
        () -> {
          connection.dispose();
          return connection.onDispose();
        });
  }
}
