/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

/** Why we hang up on a peer without a word: an explanation would be of use to nobody but it. */
public enum Objection {
  /** The peer, or its address, is banned or greylisted. */
  BANNED("the peer is banned"),
  /** We talk to trusted peers only, and it is none. */
  PRIVATE_MODE("we are in private mode and do not trust the peer"),
  /** Its point is known to belong to somebody else. */
  UNEXPECTED_PEER("the point belongs to another peer"),
  /** We are about to stop. */
  SHUTTING_DOWN("our network stops");

  private final String text;

  Objection(String text) {
    this.text = text;
  }

  /** A few words for people. */
  public String text() {
    return text;
  }
}
