/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.reactorp2p.core.connection.AssemblyBudget;
import org.reactorp2p.core.connection.ConnectionConfig;
import org.reactorp2p.core.connection.ConnectionContext;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.Authenticator;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * The whole of ours: TCP, handshake, sealed frames, bounded mailboxes, all limits as they come. The
 * only thing spared is the proof of work, which is no part of a running connection.
 */
final class OwnStack implements Contender {

  private static final int TAG = 0x10;

  /** By the mode, not by a trial at the start: a mode has to mean the same in every run. */
  private static final Box BOX = Boxes.vector().orElse(Boxes.plain());

  private static final int MOST_UNFINISHED = 64 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TcpTransport transport = TcpTransport.create(TcpConfig.defaults().withLoops(1));
  private final SecureRandom random = new SecureRandom();
  private final Identity identity =
      Identity.of(
          SecretKey.generate(random), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
  private final ConnectionContext context =
      new ConnectionContext(
          ConnectionConfig.DEFAULT,
          new AssemblyBudget(MOST_UNFINISHED),
          Schedulers.newSingle("bench-timer", true));
  private final Authenticator authenticator =
      new Authenticator(
              HandshakeConfig.of(ChainName.of("BENCH")).withRequiredDifficulty(Difficulty.NONE),
              identity,
              Admission.OPEN,
              () -> MessageNonce.draw(random),
              context.timer())
          .sealingWith(BOX);
  private final PeerMessageCodec<RawMessage> codec =
      new PeerMessageCodec<>(RawMessage.codec(Payload.LARGE.bytes()), WireLimits.DEFAULT);

  @Override
  public String self() {
    return identity.peerId().toString();
  }

  private PeerConnection<RawMessage> open(Authenticated end) {
    return PeerConnection.open(end, codec, context);
  }

  @Override
  public Inbound listen(Cargo cargo) {
    Listener listener =
        Objects.requireNonNull(
            transport.listen(Point.parse("127.0.0.1:0")).block(PATIENCE), "listener");
    Arriving arriving = new Arriving(listener.local().port(), new Ledger(cargo));
    listener
        .accept()
        .take(1)
        .flatMap(authenticator::inbound)
        .subscribe(end -> arriving.take(open(end)), arriving.closing::tryEmitError);
    return arriving;
  }

  @Override
  public Outbound dial(int port, Cargo cargo) {
    Authenticated end =
        Objects.requireNonNull(
            transport
                .dial(Point.parse("127.0.0.1:" + port))
                .flatMap(link -> authenticator.outbound(link, Optional.empty()))
                .block(PATIENCE),
            "connection");
    Departing departing = new Departing(open(end), cargo);
    departing.start();
    return departing;
  }

  /** The receiving connection. */
  private static final class Arriving implements Inbound {

    private final int port;
    private final Ledger ledger;
    private final Sinks.One<Closing> closing = Sinks.one();

    Arriving(int port, Ledger ledger) {
      this.port = port;
      this.ledger = ledger;
    }

    void take(PeerConnection<RawMessage> connection) {
      connection
          .receive()
          .subscribe(
              message -> ledger.enter(message.body()),
              closing::tryEmitError,
              () -> closing.tryEmitValue(closing(connection)));
    }

    private Closing closing(PeerConnection<RawMessage> connection) {
      String peer = connection.info().peerId().toString();
      return new Closing(ledger.messages(), ledger.isSound(), peer, connection.stat().dropped());
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public long messages() {
      return ledger.messages();
    }

    @Override
    public Mono<Closing> closing() {
      return closing.asMono();
    }
  }

  /** The sending connection. */
  private static final class Departing implements Outbound {

    private final PeerConnection<RawMessage> connection;
    private final Cargo cargo;
    private final Sinks.Empty<Void> sent = Sinks.empty();
    private final AtomicLong messages = new AtomicLong();
    private volatile boolean stopped;

    Departing(PeerConnection<RawMessage> connection, Cargo cargo) {
      this.connection = connection;
      this.cargo = cargo;
    }

    void start() {
      Flux<RawMessage> all =
          Flux.generate(
              sink -> {
                if (stopped) {
                  sink.complete();
                } else {
                  sink.next(new RawMessage(TAG, cargo.body(messages.getPlain())));
                  messages.lazySet(messages.getPlain() + 1);
                }
              });
      connection.send(all).subscribe(nothing -> {}, sent::tryEmitError, () -> sent.tryEmitEmpty());
    }

    @Override
    public Mono<Closing> stop() {
      stopped = true;
      return sent.asMono()
          .then(
              Mono.defer(
                  () ->
                      connection.drainAndDisconnect(
                          new DisconnectReason.Requested("the run is over"), PATIENCE)))
          .then(Mono.fromCallable(this::closing));
    }

    private Closing closing() {
      boolean all = connection.stat().messagesSent() == messages.get();
      String peer = connection.info().peerId().toString();
      return new Closing(messages.get(), all, peer, connection.stat().dropped());
    }
  }
}
