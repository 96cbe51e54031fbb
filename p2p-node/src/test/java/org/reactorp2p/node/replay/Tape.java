/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.crypto.session.Transcript;

/**
 * Makes recordings of sessions that nobody recorded, from what either side says in turn: for what a
 * real Octez may do and does not do in the recordings at hand.
 */
final class Tape {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<Role, Speaker> speakers = new EnumMap<>(Role.class);
  private final ArrayNode segments = JSON.arrayNode();
  private int ticks;

  /** Both say who they are. */
  Tape(Cast initiator, Cast responder) {
    speakers.put(Role.INITIATOR, new Speaker(Role.INITIATOR, initiator));
    speakers.put(Role.RESPONDER, new Speaker(Role.RESPONDER, responder));
    Transcript transcript = Transcript.of(first(Role.INITIATOR), first(Role.RESPONDER));
    for (Role role : Role.values()) {
      passed(role, first(role).length);
      speaker(role).meet(speaker(role.other()).cast(), transcript);
    }
  }

  private Speaker speaker(Role role) {
    return java.util.Objects.requireNonNull(speakers.get(role));
  }

  private byte[] first(Role role) {
    return speaker(role).hello();
  }

  private void passed(Role role, int length) {
    mark(role.mark(), length);
  }

  private void mark(String what, int length) {
    segments.add(JSON.arrayNode().add(++ticks / 1000.0).add(what).add(length));
  }

  Tape metadata(Role role) {
    passed(role, speaker(role).metadata());
    return this;
  }

  Tape bothMetadata() {
    return metadata(Role.INITIATOR).metadata(Role.RESPONDER);
  }

  Tape answer(Role role, Ack answer) {
    passed(role, speaker(role).answer(answer));
    return this;
  }

  Tape connected() {
    return bothMetadata()
        .answer(Role.INITIATOR, new Ack.Accept())
        .answer(Role.RESPONDER, new Ack.Accept());
  }

  Tape message(Role role, PeerMessage<RawMessage> message) {
    passed(role, speaker(role).message(message));
    return this;
  }

  /** Plaintext that is no message, or only a part of one. */
  Tape garbage(Role role, byte[] plaintext) {
    passed(role, speaker(role).garbage(plaintext));
    return this;
  }

  /** The beginning of a frame that never came to its end. */
  Tape torn(Role role, byte[] bytes) {
    passed(role, speaker(role).torn(bytes));
    return this;
  }

  Tape end(Role role) {
    mark(role.mark() + ":eof", 0);
    return this;
  }

  /** The recording. */
  Field recording() {
    ObjectNode root = JSON.objectNode();
    root.put("format", "octez-p2p-transcript/1");
    root.put("source", "octez-v25.1 " + "0".repeat(40) + ", made up");
    root.put("scenario", "made_up").put("notes", "");
    for (Role role : Role.values()) {
      root.set(role.label(), speaker(role).describe());
    }
    ObjectNode session = root.putObject("session");
    session.put("precomputed_key", speaker(Role.INITIATOR).key());
    session.put("nonce_initiator_to_responder", speaker(Role.INITIATOR).firstNonce());
    session.put("nonce_responder_to_initiator", speaker(Role.RESPONDER).firstNonce());
    for (Role role : Role.values()) {
      root.set(role.way(), speaker(role).said());
    }
    root.set("segments", segments);
    root.putArray("log").add("0.000001 initiator event Outgoing_connection 127.0.0.1:1");
    return new Field("", root);
  }
}
