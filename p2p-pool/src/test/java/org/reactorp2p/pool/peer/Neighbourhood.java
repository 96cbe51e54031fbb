/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.reactorp2p.core.handshake.Candidate;
import org.reactorp2p.core.handshake.OwnMetadata;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.model.RemoteMetadata;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.pool.event.P2pEvent;

/** A register and its memory, on a clock that is moved by hand, and people to remember. */
final class Neighbourhood {

  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final NetworkVersion VERSION = new NetworkVersion(ChainName.of("TOWN"), 0, 1);

  Instant now = NOON;
  final Set<Point> trustedPoints = new HashSet<>();
  final Set<PeerId> trustedPeers = new HashSet<>();
  final List<P2pEvent> told = new ArrayList<>();
  final PassageTable passages = new PassageTable();
  final Memory memory;
  final Register register;

  Neighbourhood(MemoryConfig config) {
    this(config, 1);
  }

  Neighbourhood(MemoryConfig config, long seed) {
    var trust =
        new Trust() {
          @Override
          public boolean trusts(Point point) {
            return trustedPoints.contains(point);
          }

          @Override
          public boolean trusts(PeerId peer) {
            return trustedPeers.contains(peer);
          }
        };
    memory =
        new Memory(
            config, passages, new MemoryContext(() -> now, new Random(seed), told::add, trust));
    register = new Register(passages, memory);
  }

  static MemoryConfig config(EvictionPolicy eviction, int limit, int target) {
    var bounds = new TableBounds(limit, target);
    return MemoryConfig.DEFAULT.withEviction(eviction).withBounds(bounds, bounds);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** A public point, number 0 to 65,535. */
  static Point point(int number) {
    return new Point(address(number), 9732);
  }

  static InetAddress address(int number) {
    return bytes(new byte[] {8, (byte) (number >> 16), (byte) (number >> 8), (byte) number});
  }

  private static InetAddress bytes(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static PublicKey key(int number) {
    var key = new byte[PublicKey.LENGTH];
    key[0] = (byte) number;
    key[1] = (byte) (number >> 8);
    key[2] = (byte) (number >> 16);
    key[3] = 1;
    return PublicKey.of(key);
  }

  static PeerId peer(int number) {
    return key(number).peerId();
  }

  /** Peer number so and so, at the other end of this passage. */
  static Candidate candidate(Passage passage, int peer, Optional<Point> says) {
    return candidate(passage, peer, says, new ConnectionMetadata(false, false));
  }

  static Candidate candidate(
      Passage passage, int peer, Optional<Point> says, ConnectionMetadata metadata) {
    Point remote = passage.remote();
    IdPoint idPoint =
        passage.direction() == Direction.OUTBOUND
            ? new IdPoint(remote.address(), OptionalInt.of(remote.port()))
            : new IdPoint(
                remote.address(),
                says.map(point -> OptionalInt.of(point.port())).orElseGet(OptionalInt::empty));
    RemoteMetadata heard = new OwnMetadata<>(MetadataCodec.OCTEZ, metadata).asHeard();
    return new Candidate(key(peer), passage.direction(), remote, idPoint, VERSION, heard);
  }

  /** We dial, and are connected. */
  Passage connectTo(int number) {
    Passage passage = register.dial(PeerAddress.of(point(number))).orElseThrow();
    passage.linked();
    register.accept(passage, candidate(passage, number, Optional.empty()));
    register.run(passage);
    return passage;
  }

  /** It dials us, says where it listens, and is connected. */
  Passage takeIn(int number) {
    Point door = new Point(address(number), 50_000);
    Passage passage = register.arrive(door).orElseThrow();
    register.accept(passage, candidate(passage, number, Optional.of(point(number))));
    register.run(passage);
    return passage;
  }

  /** We were connected once. */
  void meet(int number) {
    register.disconnect(connectTo(number));
  }
}
