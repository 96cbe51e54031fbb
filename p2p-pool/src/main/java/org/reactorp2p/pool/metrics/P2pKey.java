/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Tag;
import java.util.Arrays;
import java.util.List;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.Outcome;
import org.reactorp2p.pool.event.Words;
import org.reactorp2p.pool.peer.ContactState;

/**
 * The tags of our meters, each with all values it can have: constants and types of the code, never
 * a peer, an address or a text.
 */
public enum P2pKey implements KeyName {
  /** Who opened it. */
  DIRECTION(Words.all(Direction.class)),
  /** Which way it went. */
  FLOW(List.of(P2pKey.SENT, P2pKey.RECEIVED)),
  /** Of a message. */
  KIND(Words.all(MessageKind.class)),
  /** How an attempt ended. */
  OUTCOME(Words.all(Outcome.class)),
  /** Why it ended so. */
  MOTIVE(
      Arrays.stream(Outcome.values())
          .flatMap(outcome -> outcome.motives().stream())
          .distinct()
          .toList()),
  /** Why a connection ended. */
  REASON(Words.family(DisconnectReason.class)),
  /** Of a point or a peer that is known. */
  STATE(Words.all(ContactState.Phase.class)),
  /** Of those to keep out or to trust. */
  LIST(List.of(P2pKey.BANS, P2pKey.TRUSTED, P2pKey.GREYLIST)),
  /** Of a connection. */
  QUEUE(List.of(P2pKey.INBOX, P2pKey.OUTBOX)),
  /** Why a control message was not followed. */
  DISREGARD(Words.all(Disregard.class)),
  /** What became of a swap. */
  SWAP(List.of(P2pKey.SUCCEEDED, P2pKey.FAILED)),
  /** What became of a message for many. */
  RESULT(List.of(P2pKey.ACCEPTED, P2pKey.DROPPED, P2pKey.ENDED));

  static final String SENT = "sent";
  static final String RECEIVED = "received";
  static final String BANS = "bans";
  static final String TRUSTED = "trusted";
  static final String GREYLIST = "greylist";
  static final String INBOX = "inbox";
  static final String OUTBOX = "outbox";
  static final String ACCEPTED = "accepted";
  static final String DROPPED = "dropped";
  static final String ENDED = "ended";
  static final String SUCCEEDED = "succeeded";
  static final String FAILED = "failed";

  private final List<String> values;

  P2pKey(List<String> values) {
    this.values = values;
  }

  /** All it can be. */
  public List<String> words() {
    return List.copyOf(values);
  }

  /** With this value, which is one of them. */
  Tag tag(String word) {
    return Tag.of(asString(), word);
  }

  @Override
  public String asString() {
    return Words.of(this);
  }
}
