/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.peer.SpecialRanges;
import reactor.core.publisher.Flux;

/** Some nodes on loopback sockets, with real threads and time, that dial nobody by themselves. */
final class Docks implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Point ANY = Point.parse("127.0.0.1:0");

  final long seed = Long.getLong("p2p.seed", System.nanoTime());
  final Random random = new Random(seed);
  final TcpTransport transport = TcpTransport.create(TcpConfig.defaults().withLoops(1));

  private final List<P2pNetwork<?, ?, ?>> networks = new ArrayList<>();

  Docks() {
    System.out.println("seed of the nodes: -Dp2p.seed=" + seed);
  }

  Identity identity() {
    return Identity.of(
        SecretKey.generate(random), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
  }

  P2pNetworkBuilder<String, ?, ?> node() {
    return speaking(MessageCodec.text(0x0010, 1000));
  }

  <M> P2pNetworkBuilder<M, ?, ?> speaking(MessageCodec<M> codec) {
    return P2pNetwork.builder(codec, identity(), ChainName.of("TOWN"), Environment.over(transport))
        .maintenance(usual -> MaintenanceConfig.OFF)
        .memory(MemoryConfig.DEFAULT.withSpecialRanges(SpecialRanges.ALLOWED))
        .requiredDifficulty(Difficulty.NONE)
        .listen(ANY);
  }

  <M> P2pNetwork<M, ?, ?> started(P2pNetworkBuilder<M, ?, ?> builder) {
    P2pNetwork<M, ?, ?> network = builder.build().start().block(PATIENCE);
    networks.add(network);
    return network;
  }

  List<P2pNetwork<String, ?, ?>> nodes(int count) {
    List<P2pNetwork<String, ?, ?>> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(started(node()));
    }
    return nodes;
  }

  static PeerAddress at(P2pNetwork<?, ?, ?> network) {
    return PeerAddress.of(network.listening().orElseThrow());
  }

  @Override
  public void close() {
    Flux.fromIterable(networks).flatMap(P2pNetwork::stop).then().block(PATIENCE);
    transport.disposeLater().block(PATIENCE);
  }
}
