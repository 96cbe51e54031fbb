/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import org.reactorp2p.core.connection.AssemblyBudget;
import org.reactorp2p.core.connection.ConnectionConfig;
import org.reactorp2p.core.connection.ConnectionContext;
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
import org.reactorp2p.crypto.identity.StampMiner;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The whole of ours: TCP, handshake, sealed frames, bounded mailboxes, all limits as they come. The
 * proof of work is checked like any other, but was cheap to make.
 */
final class OwnStack implements Contender {

  /** By the mode, not by a trial at the start: a mode has to mean the same in every run. */
  private static final Box BOX = Boxes.vector().orElse(Boxes.plain());

  private static final Difficulty DIFFICULTY = Difficulty.of(8);
  private static final int MOST_UNFINISHED = 64 << 20;

  private final TcpTransport transport = TcpTransport.create(TcpConfig.defaults().withLoops(1));
  private final SecureRandom random = new SecureRandom();
  private final Identity identity = identity(random);
  private final ConnectionContext context =
      new ConnectionContext(
          ConnectionConfig.DEFAULT,
          new AssemblyBudget(MOST_UNFINISHED),
          Schedulers.newSingle("bench-timer", true));
  private final Authenticator authenticator =
      new Authenticator(
              HandshakeConfig.of(ChainName.of("BENCH")).withRequiredDifficulty(DIFFICULTY),
              identity,
              Admission.OPEN,
              () -> MessageNonce.draw(random),
              context.timer())
          .sealingWith(BOX);
  private final PeerMessageCodec<RawMessage> codec =
      new PeerMessageCodec<>(RawMessage.codec(Payload.LARGE.bytes()), WireLimits.DEFAULT);

  private static Identity identity(SecureRandom random) {
    SecretKey key = SecretKey.generate(random);
    ProofOfWorkStamp first = ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]);
    return Identity.of(key, StampMiner.of(key.publicKey(), DIFFICULTY).mine(first));
  }

  @Override
  public String self() {
    return identity.peerId().toString();
  }

  @Override
  public Mono<Door> listen(Payload payload, Consumer<Line> visitors) {
    return transport
        .listen(Point.parse("127.0.0.1:0"))
        .doOnNext(listener -> greet(listener, visitors))
        .map(OwnDoor::new);
  }

  private void greet(Listener listener, Consumer<Line> visitors) {
    listener
        .accept()
        .flatMap(link -> authenticator.inbound(link).onErrorComplete(), Integer.MAX_VALUE)
        .subscribe(end -> visitors.accept(line(end)));
  }

  @Override
  public Mono<Line> dial(int port, Payload payload) {
    return transport
        .dial(Point.parse("127.0.0.1:" + port))
        .flatMap(link -> authenticator.outbound(link, Optional.empty()))
        .map(this::line);
  }

  private Line line(Authenticated end) {
    return new OwnLine(PeerConnection.open(end, codec, context));
  }

  private record OwnDoor(Listener listener) implements Door {

    @Override
    public int port() {
      return listener.local().port();
    }

    @Override
    public Mono<Void> close() {
      return listener.close();
    }
  }
}
