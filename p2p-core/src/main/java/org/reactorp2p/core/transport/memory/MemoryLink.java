/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Inlet;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.LinkException.Kind;
import org.reactorp2p.core.transport.Outlet;
import org.reactorp2p.core.transport.Outlet.Handover;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * One end of a link in memory. What one end does reaches the other in a later turn of the loop, as
 * it would over a wire.
 *
 * <pre>
 *   OPEN ──close──▶ CLOSING (flush, end, discard) ──their end, or timeout──▶ CLOSED
 *     └────────────────────────abort, reset──────────────────────────────────▲
 * </pre>
 */
final class MemoryLink implements Link, Inlet.Source, Outlet.Drain {

  private static final byte STALE = (byte) 0xee;

  private enum State {
    OPEN,
    CLOSING,
    CLOSED
  }

  private final Wire wire;
  private final Point local;
  private final Point remote;
  private final Pipe incoming;
  private final Inlet inlet;
  private final Outlet outlet;
  private final Sinks.Empty<Void> closed = Sinks.empty();

  private volatile boolean taken;
  private @Nullable MemoryLink peer;
  private State state = State.OPEN;

  /** What of the array in flight did not fit the peer's pipe yet. */
  private byte @Nullable [] unsent;

  private int unsentOffset;

  /** What the subscriber was given last. */
  private byte[] lent = {};

  private @Nullable Disposable deadline;

  /**
   * The things both ends have in common.
   *
   * @param links of the whole network: the ends that dialled, until neither end is open
   */
  record Wire(MemoryLoop loop, MemoryConfig config, Weather weather, Set<MemoryLink> links) {

    /** Has a task happen at the other end, when the weather lets it arrive. */
    void carry(Point from, Point to, Runnable task) {
      weather.carry(from, to, delay -> loop.in(delay, task));
    }
  }

  private MemoryLink(Wire wire, Point local, Point remote) {
    this.wire = wire;
    this.local = local;
    this.remote = remote;
    this.incoming = new Pipe(wire.config().pipeCapacity());
    this.inlet = new Inlet(wire.loop(), this);
    this.outlet = new Outlet(wire.loop(), this);
  }

  /** Two ends that are each other's peer; the one here is {@code caller}'s. */
  static MemoryLink connect(Wire wire, Point caller, Point called) {
    var near = new MemoryLink(wire, caller, called);
    var far = new MemoryLink(wire, called, caller);
    near.peer = far;
    far.peer = near;
    wire.links().add(near);
    return near;
  }

  /** Whether its owner has used it. */
  boolean isTaken() {
    return taken;
  }

  MemoryLink peer() {
    return Objects.requireNonNull(peer, "peer");
  }

  @Override
  public Point local() {
    return local;
  }

  @Override
  public Point remote() {
    return remote;
  }

  @Override
  public Flux<Chunk> receive() {
    taken = true;
    return inlet;
  }

  @Override
  public Mono<Void> send(Publisher<byte[]> chunks) {
    taken = true;
    return outlet.send(chunks);
  }

  @Override
  public Scheduler scheduler() {
    return wire.loop().scheduler();
  }

  @Override
  public Mono<Void> close() {
    taken = true;
    return Mono.defer(
        () -> {
          wire.loop().run(this::beginClose);
          return onClose();
        });
  }

  @Override
  public void abort() {
    wire.loop().run(this::cut);
  }

  @Override
  public Mono<Void> onClose() {
    taken = true;
    return closed.asMono();
  }

  @Override
  public String toString() {
    return "MemoryLink(" + local + " to " + remote + ")";
  }

  // The way in.

  @Override
  public void read() {
    boolean moved = false;
    while (inlet.isHungry() && !incoming.isExhausted()) {
      byte[] segment = incoming.read();
      if (segment == null) {
        break;
      }
      moved = true;
      lend(segment);
    }
    noticeEnd();
    if (moved) {
      makeRoom();
    }
  }

  /** Tells the other end, if it waits for that. */
  private void makeRoom() {
    MemoryLink other = peer();
    if (other.unsent != null) {
      wire.carry(local, remote, other::push);
    }
  }

  /** Reads over what it lent before, as a socket would: whoever kept it too long finds out. */
  private void lend(byte[] segment) {
    Arrays.fill(lent, STALE);
    lent = segment;
    inlet.emit(Chunk.of(segment));
  }

  /** A FIN is seen once everything before it was read. */
  private void noticeEnd() {
    if (incoming.isExhausted()) {
      inlet.complete();
    }
  }

  @Override
  public void cancelled() {
    // Nothing is read from now on; what is on its way stays in the pipe and slows the sender.
  }

  /** There is something more in the pipe. */
  private void arrived() {
    incoming.land();
    attend();
  }

  /** The other side will send no more. */
  private void ended() {
    incoming.end();
    attend();
  }

  private void attend() {
    if (state == State.OPEN) {
      read();
    } else if (state == State.CLOSING) {
      discard();
    }
  }

  // The way out.

  @Override
  public Handover write(byte[] chunk) {
    unsent = chunk;
    unsentOffset = 0;
    return flush();
  }

  /** The peer made room. */
  private void push() {
    if (unsent != null && flush() == Handover.DONE) {
      outlet.written();
    }
  }

  private Handover flush() {
    byte[] chunk = unsent;
    if (chunk == null) {
      return Handover.DONE;
    }
    int taken = peer().incoming.write(chunk, unsentOffset);
    unsentOffset += taken;
    if (taken > 0) {
      wire.carry(local, remote, peer()::arrived);
    }
    if (unsentOffset < chunk.length) {
      return Handover.LATER;
    }
    unsent = null;
    return Handover.DONE;
  }

  // The end.

  private void beginClose() {
    if (state != State.OPEN) {
      return;
    }
    state = State.CLOSING;
    deadline = wire.loop().after(wire.config().closeTimeout(), this::cut);
    var cause = new LinkException(Kind.CLOSED, "the link was closed");
    inlet.fail(cause);
    outlet.close(cause, this::sayEnd);
  }

  private void sayEnd() {
    if (state == State.CLOSING) {
      wire.carry(local, remote, peer()::ended);
      discard();
    }
  }

  private void discard() {
    incoming.clear();
    makeRoom();
    if (incoming.isExhausted() && !outletBusy()) {
      finish(new LinkException(Kind.CLOSED, "the link was closed"));
    }
  }

  private boolean outletBusy() {
    return unsent != null;
  }

  private void cut() {
    if (state != State.CLOSED) {
      finish(new LinkException(Kind.CLOSED, "the link was aborted"));
      wire.carry(local, remote, peer()::reset);
    }
  }

  /** Both ends lose it at once. */
  void sever() {
    reset();
    peer().reset();
  }

  private void reset() {
    if (state != State.CLOSED) {
      finish(new LinkException(Kind.RESET, "the other side cut the link"));
    }
  }

  private void finish(LinkException cause) {
    state = State.CLOSED;
    if (deadline != null) {
      deadline.dispose();
    }
    unsent = null;
    incoming.clear();
    inlet.fail(cause);
    outlet.fail(cause);
    if (peer().state == State.CLOSED) {
      wire.links().remove(this);
      wire.links().remove(peer());
    }
    closed.tryEmitEmpty();
  }
}
