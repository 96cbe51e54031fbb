/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.wire.EncodedMessage;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks.EmitResult;
import reactor.core.scheduler.Scheduler;

/**
 * A connection over a link: two halves that start and end together.
 *
 * <pre>
 *  RUNNING ──drainAndDisconnect──▶ DRAINING ──┐
 *     └──────────any reason──────────▶ ENDING ◀┘ ──socket closed──▶ CLOSED
 * </pre>
 */
final class LinkConnection<M> implements PeerConnection<M> {

  private final PeerInfo info;
  private final Link link;
  private final Scheduler timer;
  private final Ending ending = new Ending();
  private final Tally tally = new Tally();
  private final Receiving<M> receiving;
  private final Sending<M> sending;
  // Both are the link's thread's.
  private @Nullable DisconnectReason drainReason;
  private @Nullable Disposable drainLimit;

  private LinkConnection(Authenticated peer, PeerMessageCodec<M> codec, ConnectionContext context) {
    this.info = peer.info();
    this.link = peer.link();
    this.timer = context.timer();
    this.receiving = new Receiving<>(peer, codec, context, tally, this::end);
    this.sending = new Sending<>(peer, codec, context, tally, ending, this::end);
  }

  static <M> LinkConnection<M> open(
      Authenticated peer, PeerMessageCodec<M> codec, ConnectionContext context) {
    LinkConnection<M> connection = new LinkConnection<>(peer, codec, context);
    connection.atHome(connection::start);
    return connection;
  }

  @Override
  public PeerInfo info() {
    return info;
  }

  @Override
  public Flux<M> receive() {
    return receiving.application();
  }

  @Override
  public Flux<PeerMessage<M>> control() {
    return receiving.control();
  }

  @Override
  public Mono<Void> send(M message) {
    return sending.send(message);
  }

  @Override
  public Mono<Void> send(Publisher<? extends M> messages) {
    return sending.sendAll(messages);
  }

  @Override
  public EmitResult tryEmitNext(M message) {
    return sending.tryEmit(message);
  }

  @Override
  public EmitResult tryEmitEncoded(EncodedMessage message) {
    return sending.tryEmitEncoded(message);
  }

  @Override
  public EmitResult tryEmitControl(PeerMessage<M> message) {
    return sending.tryEmitControl(message);
  }

  @Override
  public ConnectionStat stat() {
    Inbox<M> inbox = receiving.application();
    long discarded = inbox.discarded() + receiving.control().discarded();
    return tally.snapshot(inbox.queued(), sending.queued(), sending.waiting(), discarded);
  }

  @Override
  public Mono<Void> disconnect(DisconnectReason reason) {
    end(reason);
    return onClose().then();
  }

  @Override
  public Mono<Void> drainAndDisconnect(DisconnectReason reason, Duration limit) {
    atHome(() -> drain(reason, limit));
    return onClose().then();
  }

  @Override
  public Mono<DisconnectReason> onClose() {
    return ending.told();
  }

  private void end(DisconnectReason reason) {
    if (ending.claim(reason)) {
      atHome(() -> shutDown(reason));
    }
  }

  private void atHome(Runnable task) {
    try {
      link.scheduler().schedule(task);
    } catch (RejectedExecutionException stopped) {
      // The transport has stopped and its threads with it: nobody is left to collide with.
      task.run();
    }
  }

  // ---- the link's thread ----

  private void start() {
    if (!ending.hasBegun()) {
      link.send(sending.batches())
          .subscribe(
              nothing -> {},
              failure -> end(DisconnectReason.ofLinkFailure(failure)),
              this::drained);
      link.onClose().subscribe(nothing -> {}, failure -> {}, this::lost);
      receiving.start();
    }
  }

  private void lost() {
    end(new DisconnectReason.ConnectionLost("closed"));
  }

  private void drained() {
    if (drainReason != null) {
      end(drainReason);
    }
  }

  private void drain(DisconnectReason reason, Duration limit) {
    if (ending.hasBegun() || drainReason != null) {
      return;
    }
    drainReason = reason;
    drainLimit =
        timer.schedule(
            () -> end(new DisconnectReason.DrainTimedOut(sending.queued())),
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    sending.drain(reason);
  }

  private void shutDown(DisconnectReason reason) {
    if (drainLimit != null) {
      drainLimit.dispose();
    }
    sending.stop(reason);
    receiving.stop(reason);
    if (reason.isOrderly()) {
      link.close().subscribe();
    } else {
      link.abort();
    }
    link.onClose().subscribe(nothing -> {}, failure -> {}, ending::complete);
  }
}
