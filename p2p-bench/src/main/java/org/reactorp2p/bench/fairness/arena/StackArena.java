/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.Environment;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.pool.P2pNetworkBuilder;
import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.score.PeerScore;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Our whole stack over the loopback: one network with an upload limit, and one for each that
 * receives from it, sealed frames, mailboxes and all. An item is a message, which for the smallest
 * is not much of what the wire carries, so what each receiver took off the wire is what counts,
 * headers and seals included, as for the limit itself.
 */
public final class StackArena implements Arena {
  private static final int TAG = 0x10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<PeerId, Double> weights = new ConcurrentHashMap<>();
  private final Map<PeerId, Sizes> wishes = new ConcurrentHashMap<>();
  private final List<P2pNetwork<RawMessage, ?, ?>> networks = new ArrayList<>();
  private final List<Identity> identities = new ArrayList<>();
  private final TcpTransport transport = TcpTransport.create(TcpConfig.defaults());
  private final SecureRandom random = new SecureRandom();
  private final byte[] zeros = new byte[LARGEST];
  private final P2pNetwork<RawMessage, ?, ?> sender;

  public StackArena(long bytesPerSecond) {
    P2pNetworkBuilder<RawMessage, ?, ?> plan =
        network()
            .uploadLimit(ByteRate.of(bytesPerSecond))
            .score(PeerScore.ofConnected(peer -> weights.getOrDefault(peer.peerId(), 1.0)))
            .listen(Point.parse("127.0.0.1:0"));
    this.sender = start(plan);
    sender.connected().flatMap(this::serve, Integer.MAX_VALUE).subscribe();
  }

  private P2pNetworkBuilder<RawMessage, ?, ?> network() {
    SecretKey key = SecretKey.generate(random);
    Identity identity = Identity.of(key, ProofOfWorkStamp.draw(random));
    identities.add(identity);
    return P2pNetwork.builder(
            RawMessage.codec(LARGEST), identity, ChainName.of("BENCH"), Environment.over(transport))
        .requiredDifficulty(Difficulty.NONE)
        .maintenance(usual -> MaintenanceConfig.OFF);
  }

  private P2pNetwork<RawMessage, ?, ?> start(P2pNetworkBuilder<RawMessage, ?, ?> plan) {
    P2pNetwork<RawMessage, ?, ?> network = plan.build();
    networks.add(network);
    return Objects.requireNonNull(network.start().block(PATIENCE), "network");
  }

  private Mono<Void> serve(PeerConnection<RawMessage> to) {
    Sizes sizes = Objects.requireNonNull(wishes.get(to.info().peerId()), "sizes");
    Flux<RawMessage> items =
        Flux.generate(sink -> sink.next(new RawMessage(TAG, item(sizes.next()))));
    return to.send(items).onErrorComplete();
  }

  private byte[] item(int size) {
    return size == LARGEST ? zeros : new byte[size];
  }

  @Override
  public Party join(double weight, Sizes sizes) {
    P2pNetworkBuilder<RawMessage, ?, ?> plan = network();
    PeerId id = identities.get(identities.size() - 1).peerId();
    weights.put(id, weight);
    wishes.put(id, sizes);
    P2pNetwork<RawMessage, ?, ?> receiver = start(plan);
    receiver.receiveAny().subscribe(message -> {}, ended -> {});
    receiver.connect(PeerAddress.of(sender.listening().orElseThrow())).block(PATIENCE);
    return new Party() {
      @Override
      public long bytes() {
        return receiver.bandwidth().stat().download().totalBytes();
      }

      @Override
      public void leave() {
        receiver.stop().block(PATIENCE);
      }
    };
  }

  @Override
  public void limit(long bytesPerSecond) {
    sender.bandwidth().limits(BandwidthLimits.UNLIMITED.withUpload(ByteRate.of(bytesPerSecond)));
  }

  @Override
  public void pass(long nanos) {
    WallClock.pass(nanos);
  }

  @Override
  public long now() {
    return WallClock.now();
  }

  @Override
  public void close() {
    Mono.when(networks.stream().map(P2pNetwork::stop).toList()).block(PATIENCE);
    identities.forEach(Identity::close);
    transport.disposeLater().block(PATIENCE);
  }
}
