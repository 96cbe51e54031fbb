/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.util.Arrays;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Datagram;
import org.reactorp2p.core.transport.DatagramInlet;
import org.reactorp2p.core.transport.DatagramPort;
import org.reactorp2p.core.transport.LinkException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A port for datagrams of a memory network. What comes while nobody asks is lost. */
final class MemoryDatagramPort implements DatagramPort {

  private final MemoryPost post;
  private final Point local;
  private final int longest;
  private final DatagramInlet inlet;
  private final Sinks.Empty<Void> closed = Sinks.empty();
  private boolean open = true; // confined to the loop
  private volatile boolean taken;

  MemoryDatagramPort(MemoryPost post, Point local, int longest) {
    this.post = post;
    this.local = local;
    this.longest = longest;
    this.inlet = new DatagramInlet(post.loop(), () -> {});
  }

  /** Whether its owner has used it. */
  boolean isTaken() {
    return taken;
  }

  @Override
  public Point local() {
    return local;
  }

  @Override
  public Flux<Datagram> receive() {
    taken = true;
    return inlet.receive();
  }

  @Override
  public Mono<Void> send(Datagram datagram) {
    taken = true;
    return Mono.create(
        sink ->
            post.loop()
                .run(
                    () -> {
                      if (open) {
                        post.carry(local, datagram);
                        sink.success();
                      } else {
                        sink.error(
                            new LinkException(LinkException.Kind.CLOSED, "the port was closed"));
                      }
                    }));
  }

  /** On the loop. */
  void arrived(Datagram datagram) {
    byte[] bytes = datagram.bytes();
    inlet.emit(
        bytes.length > longest
            ? new Datagram(datagram.peer(), Arrays.copyOf(bytes, longest))
            : datagram);
  }

  @Override
  public Mono<Void> close() {
    taken = true;
    return Mono.defer(
        () -> {
          post.loop().run(this::shut);
          return closed.asMono();
        });
  }

  private void shut() {
    open = false;
    post.close(this);
    inlet.complete();
    closed.tryEmitEmpty();
  }
}
