/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import org.reactorp2p.core.model.NackMotive;

/** Why a peer that did nothing wrong is told no, and with which motive. */
public enum Refusal {
  /** There is a connection with it, or another attempt that comes first. */
  ALREADY_CONNECTED(NackMotive.ALREADY_CONNECTED, "we are connected already"),
  /** As many are connected as may be. */
  NO_PLACE(NackMotive.TOO_MANY_CONNECTIONS, "as many connections run as are allowed"),
  /** The places that are left wait for those we trust. */
  PLACES_KEPT(NackMotive.TOO_MANY_CONNECTIONS, "the last places are kept for those we trust"),
  /** As many come from its address, or its IPv6 /64, as may. */
  ADDRESS_FULL(
      NackMotive.TOO_MANY_CONNECTIONS, "as many are connected from its address as are allowed"),
  /** As many come from its IPv4 /24 or IPv6 /48 as may. */
  NEIGHBOURHOOD_FULL(
      NackMotive.TOO_MANY_CONNECTIONS,
      "as many are connected from its part of the network as are allowed");

  private final NackMotive motive;
  private final String text;

  Refusal(NackMotive motive, String text) {
    this.motive = motive;
    this.text = text;
  }

  /** What the peer is told. */
  public NackMotive motive() {
    return motive;
  }

  /** A few words for people. */
  public String text() {
    return text;
  }
}
