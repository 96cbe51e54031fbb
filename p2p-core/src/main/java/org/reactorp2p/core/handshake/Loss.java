/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

/** How a link ended in the middle of a handshake. */
public enum Loss {
  /** The peer closed it in good order, between two frames or in the middle of one. */
  CLOSED_BY_PEER("the peer closed the link"),
  /** It was reset, or broke. */
  CUT("the link was cut"),
  /** The time for the whole handshake ran out, however busy the peer looked. */
  TIMED_OUT("the handshake took too long");

  private final String text;

  Loss(String text) {
    this.text = text;
  }

  /** A few words for people. */
  public String text() {
    return text;
  }
}
