/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.RawMessage;

/**
 * Whether our implementation understood what the other side said: the end of the handshake, and
 * every message behind it.
 *
 * @param role whose place our implementation took
 * @param ours what it said
 * @param theirs what it heard
 */
record Verdict(Role role, Way ours, Way theirs) {

  /** Our implementation must have come to the end that both sides' answers lead to. */
  void requireHandshake(Peer peer) {
    boolean bothSaidYes = saidYes(ours) && saidYes(theirs);
    if (bothSaidYes != peer.isConnected()) {
      throw new Difference(
          where(),
          bothSaidYes
              ? "both sides said yes, and ours failed: " + peer.outcome()
              : "not both sides said yes, and ours is connected");
    }
    if (saidYes(ours) && theirs.answer().isPresent() && !bothSaidYes) {
      requireNack(peer.fault());
    }
    if (peer.fault().orElse(null) instanceof Fault.Mishap mishap) {
      throw new Difference(where(), mishap.text());
    }
  }

  private static boolean saidYes(Way way) {
    return way.answer().orElse(null) instanceof Ack.Accept;
  }

  private void requireNack(Optional<Fault> fault) {
    boolean understood =
        fault.orElse(null) instanceof Fault.RefusedByPeer refused
            && (theirs.answer().orElseThrow() instanceof Ack.Nack nack
                ? refused.motive().equals(nack.motive()) && refused.points().equals(nack.points())
                : refused.points().isEmpty());
    if (!understood) {
      throw new Difference(where(), "the recorded Nack was not understood: " + fault);
    }
  }

  /**
   * Our implementation must have understood all messages that ended by {@code given}, and of the
   * later ones nothing else than what they are.
   */
  void requireMessages(Peer peer, int given) {
    List<PeerMessage<RawMessage>> least = new ArrayList<>();
    List<PeerMessage<RawMessage>> most = new ArrayList<>();
    for (Message message : theirs.messages()) {
      if (message.value() instanceof PeerMessage.Disconnect) {
        requireGoodbye(peer, message.end() <= given);
        break;
      }
      most.add(message.value());
      if (message.end() <= given) {
        least.add(message.value());
      }
    }
    for (Kind kind : Kind.values()) {
      requirePrefix(kind, kind.of(least).size(), kind.of(most), kind.of(peer.heard()));
    }
  }

  private void requireGoodbye(Peer peer, boolean due) {
    if (due && !(peer.reason().orElse(null) instanceof DisconnectReason.PeerDisconnected)) {
      throw new Difference(where(), "a Disconnect was sent, and ours " + peer.outcome());
    }
  }

  private void requirePrefix(
      Kind kind,
      int least,
      List<PeerMessage<RawMessage>> sent,
      List<PeerMessage<RawMessage>> heard) {
    for (int i = 0; i < Math.min(sent.size(), heard.size()); i++) {
      if (!sent.get(i).equals(heard.get(i))) {
        throw new Difference(
            where() + ", " + kind.label() + " message " + i,
            "recorded " + sent.get(i) + ", ours " + heard.get(i));
      }
    }
    if (heard.size() < least || heard.size() > sent.size()) {
      throw new Difference(
          where(),
          "recorded " + sent.size() + " " + kind.label() + " messages, ours " + heard.size());
    }
  }

  private String where() {
    return "as " + role.label() + ", " + theirs.sender().way();
  }

  /** The two streams that a connection gives. */
  private enum Kind {
    APPLICATION("application"),
    CONTROL("control");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    List<PeerMessage<RawMessage>> of(List<PeerMessage<RawMessage>> messages) {
      return messages.stream()
          .filter(m -> (m instanceof PeerMessage.Application) == (this == APPLICATION))
          .toList();
    }
  }
}
