/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import org.jspecify.annotations.Nullable;

/**
 * One move of a conversation.
 *
 * @param next where it stands now
 * @param frame what to send, a whole frame; empty for nothing
 */
record Turn(Conversation next, byte[] frame) {

  private static final byte[] NOTHING = new byte[0];

  static Turn silent(Conversation next) {
    return new Turn(next, NOTHING);
  }

  /** Ends the conversation without a word. */
  static Turn failing(Fault fault) {
    return silent(new Conversation.Failed(fault, null));
  }

  /** Ends it without a word and wipes its keys. */
  static Turn failing(Keys keys, Fault fault, @Nullable Candidate candidate) {
    keys.wipe();
    return silent(new Conversation.Failed(fault, candidate));
  }

  static Turn failing(Keys keys, Breach breach, @Nullable Candidate candidate) {
    return failing(keys, new Fault.Misbehaved(breach), candidate);
  }
}
