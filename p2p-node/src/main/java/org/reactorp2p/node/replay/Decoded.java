/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.identity.PeerId;

/** Holds values as we decode them against the same values as Octez printed them. */
final class Decoded {

  private static final List<String> MOTIVES =
      List.of(
          "No motive",
          "Too many connections",
          "Unknown chain name",
          "Running a deprecated p2p layer version",
          "Running a deprecated distributed db version",
          "Already connected/connecting");

  private Decoded() {}

  static void check(Field recorded, ConnectionMessage ours) {
    recorded.requireOnly(
        Set.of("port", "public_key", "proof_of_work_stamp", "message_nonce", "version"));
    recorded.get("port").mustBe(ours.port().orElse(0));
    recorded.get("public_key").mustBeHex(ours.publicKey().toBytes());
    recorded.get("proof_of_work_stamp").mustBeHex(ours.stamp().toBytes());
    recorded.get("message_nonce").mustBeHex(ours.nonce().toBytes());
    check(recorded.get("version"), ours.version());
  }

  static void check(Field recorded, NetworkVersion ours) {
    recorded.requireOnly(Set.of("chain_name", "distributed_db_version", "p2p_version"));
    byte[] name = ours.chainName().toBytes();
    recorded.get("chain_name").mustBe(new String(name, StandardCharsets.UTF_8));
    recorded.get("distributed_db_version").mustBe(ours.distributedDbVersion());
    recorded.get("p2p_version").mustBe(ours.p2pVersion());
  }

  static void check(Field recorded, ConnectionMetadata ours) {
    recorded.get("disable_mempool").mustBe(Flag.of(ours.disableMempool()));
    recorded.get("private_node").mustBe(Flag.of(ours.privateNode()));
  }

  static void check(Field recorded, Ack ours) {
    if (ours instanceof Ack.Nack nack) {
      recorded.requireOnly(Set.of("kind", "motive", "motive_text", "points"));
      recorded.get("kind").mustBe("Nack");
      recorded.get("motive").mustBe(nack.motive().code());
      recorded.get("motive_text").mustBe(motiveText(nack.motive().code()));
      points(recorded.get("points"), nack.points());
    } else {
      recorded.requireOnly(Set.of("kind"));
      recorded.get("kind").mustBe(ours instanceof Ack.Accept ? "Ack" : "Nack_v_0");
    }
  }

  private static String motiveText(int code) {
    return code >= 0 && code < MOTIVES.size()
        ? MOTIVES.get(code)
        : "Rejected for unknown reason, code (" + code + ")";
  }

  private static void points(Field recorded, List<Point> ours) {
    List<Field> items = recorded.items();
    for (int i = 0; i < Math.min(items.size(), ours.size()); i++) {
      items.get(i).mustBe(ours.get(i).toString());
    }
    if (items.size() != ours.size()) {
      throw recorded.wrong("recorded " + items.size() + " points, ours " + ours.size());
    }
  }

  static void check(Field recorded, PeerMessage<RawMessage> ours) {
    if (ours instanceof PeerMessage.Application<RawMessage> application) {
      recorded.get("kind").mustBe("Message");
      DecodedBody.check(recorded, application.message());
    } else if (ours instanceof PeerMessage.Advertise<RawMessage> advertise) {
      recorded.requireOnly(Set.of("kind", "points"));
      recorded.get("kind").mustBe("Advertise");
      points(recorded.get("points"), advertise.points());
    } else if (ours instanceof PeerMessage.SwapRequest<RawMessage> request) {
      swap(recorded, "Swap_request", request.point(), request.peerId());
    } else if (ours instanceof PeerMessage.SwapAck<RawMessage> ack) {
      swap(recorded, "Swap_ack", ack.point(), ack.peerId());
    } else {
      recorded.requireOnly(Set.of("kind"));
      recorded
          .get("kind")
          .mustBe(ours instanceof PeerMessage.Bootstrap<RawMessage> ? "Bootstrap" : "Disconnect");
    }
  }

  private static void swap(Field recorded, String kind, Point point, PeerId id) {
    recorded.requireOnly(Set.of("kind", "point", "peer_id"));
    recorded.get("kind").mustBe(kind);
    recorded.get("point").mustBe(point.toString());
    recorded.get("peer_id").mustBe(id.toString());
  }
}
