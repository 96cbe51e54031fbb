/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.reactorp2p.bench.process.Orders;
import org.reactorp2p.core.connection.AssemblyBudget;
import org.reactorp2p.core.connection.ConnectionConfig;
import org.reactorp2p.core.connection.ConnectionContext;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Authenticator;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The dialling end, a process of its own: many peers, each with its own key and one connection, and
 * no network around it, so that what is measured is the connection alone. It obeys:
 *
 * <pre>
 *   open PORT N    so many connections, by always the same peers; "opened"
 *   close          all of them; "closed"
 *   visit PORT     one more, by somebody new; "opened"
 *   vitals         {@link Vitals}
 *   mark           remembers what the heap is made of; "marked"
 *   growth N       what it has grown by since, by class: {@link Breakdown}
 * </pre>
 */
public final class Crowd {

  private static final Duration PATIENCE = Duration.ofSeconds(50);
  private static final int AT_ONCE = 32;
  private static final int MOST_UNFINISHED = 64 << 20;

  private final SecureRandom random = new SecureRandom();
  private final Timers timers = new Timers("idle-timer");
  private final TcpTransport transport = TcpTransport.create(TcpConfig.defaults());
  private final ConnectionContext context =
      new ConnectionContext(
          ConnectionConfig.DEFAULT, new AssemblyBudget(MOST_UNFINISHED), timers.scheduler());
  private final PeerMessageCodec<RawMessage> codec =
      new PeerMessageCodec<>(RawMessage.codec(Hub.LONGEST_MESSAGE), WireLimits.DEFAULT);
  private final List<Identity> identities = new ArrayList<>();
  private final List<PeerConnection<RawMessage>> connections = new ArrayList<>();
  private Breakdown mark = Breakdown.now();

  private Crowd() {}

  /** Started by {@link IdleCommand}. */
  public static void main(String[] args) throws IOException {
    Orders.obey(new Crowd()::obey);
  }

  private String obey(List<String> words) {
    return switch (words.get(0)) {
      case "open" -> open(Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)));
      case "close" -> close();
      case "visit" -> open(Integer.parseInt(words.get(1)), List.of(Hub.identity()));
      case "vitals" -> Vitals.take(timers.waiting(), 0).toLine();
      case "mark" -> mark();
      case "growth" ->
          Breakdown.toLine(Breakdown.now().since(mark, Integer.parseInt(words.get(1))));
      default -> throw new IllegalArgumentException("no such order: " + words);
    };
  }

  private String open(int port, int count) {
    while (identities.size() < count) {
      identities.add(Hub.identity());
    }
    return open(port, identities.subList(0, count));
  }

  private String open(int port, List<Identity> peers) {
    Point hub = Point.parse("127.0.0.1:" + port);
    List<PeerConnection<RawMessage>> opened =
        Flux.fromIterable(peers)
            .flatMap(identity -> dial(hub, identity), AT_ONCE)
            .collectList()
            .block(PATIENCE);
    connections.addAll(Objects.requireNonNull(opened, "nothing was opened"));
    return "opened";
  }

  private Mono<PeerConnection<RawMessage>> dial(Point hub, Identity identity) {
    var authenticator =
        new Authenticator(
                HandshakeConfig.of(Hub.CHAIN).withRequiredDifficulty(Difficulty.NONE),
                identity,
                Admission.OPEN,
                () -> MessageNonce.draw(random),
                timers.scheduler())
            .sealingWith(Boxes.vector().orElse(Boxes.plain()));
    return transport
        .dial(hub)
        .flatMap(link -> authenticator.outbound(link, Optional.empty()))
        .map(end -> PeerConnection.open(end, codec, context));
  }

  private String close() {
    Flux.fromIterable(connections)
        .flatMap(one -> one.disconnect(new DisconnectReason.Requested("measured")), AT_ONCE)
        .then()
        .block(PATIENCE);
    connections.clear();
    return "closed";
  }

  private String mark() {
    mark = Breakdown.now();
    return "marked";
  }
}
