/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.PublicKey;

class PointSelectionTest {

  private static final ConnectionMetadata PUBLIC = new ConnectionMetadata(false, false);
  private static final ConnectionMetadata PRIVATE = new ConnectionMetadata(false, true);
  private static final PeerId STRANGER = PeerId.of(new byte[PeerId.LENGTH]);

  @Test
  void those_who_do_not_listen_or_stay_private_or_ask_themselves_are_left_out() {
    PeerInfo asking = peer(1, OptionalInt.of(9732), PUBLIC);
    List<PeerInfo> connected =
        List.of(
            asking,
            peer(2, OptionalInt.of(9732), PUBLIC),
            peer(3, OptionalInt.empty(), PUBLIC),
            peer(4, OptionalInt.of(9732), PRIVATE));
    assertThat(PointSelection.choose(connected, asking.peerId(), new Random(1)))
        .containsExactly(Point.parse("10.0.0.2:9732"));
  }

  @Test
  void at_most_fifty_are_told_none_twice_and_not_always_the_same() {
    List<PeerInfo> connected = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      connected.add(peer(i, OptionalInt.of(9732), PUBLIC));
    }
    var told = new HashSet<Point>();
    for (long seed = 0; seed < 100; seed++) {
      List<Point> points = PointSelection.choose(connected, STRANGER, new Random(seed));
      assertThat(points).hasSize(PointSelection.SIZE).doesNotHaveDuplicates();
      told.addAll(points);
    }
    assertThat(told).hasSize(200);
  }

  private static PeerInfo peer(int number, OptionalInt port, ConnectionMetadata metadata) {
    var key = new byte[PublicKey.LENGTH];
    key[0] = (byte) number;
    Point remote = Point.parse("10.0.0." + number + ":50000");
    var version = new NetworkVersion(ChainName.of("TOWN"), 0, 1);
    return new PeerInfo(
        PublicKey.of(key),
        Direction.INBOUND,
        remote,
        new IdPoint(remote.address(), port),
        version,
        version,
        metadata);
  }
}
