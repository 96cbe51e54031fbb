/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/** Every observation there is. The page {@code docs/metrics.md} is made from this list. */
public enum P2pObservation implements ObservationDocumentation {
  DIAL(
      "p2p.dial",
      "A dial, from the first packet to its outcome; a child of whatever observation is in the"
          + " Reactor context of who subscribed to `connect`.",
      P2pKey.OUTCOME,
      P2pKey.MOTIVE),
  HANDSHAKE(
      "p2p.handshake",
      "A handshake, from the moment there is a link; a child of its dial, if it is ours.",
      P2pKey.DIRECTION,
      P2pKey.OUTCOME,
      P2pKey.MOTIVE);

  /** What there may be any number of, and what is therefore for traces only, never for meters. */
  public enum Detail implements KeyName {
    /** The point we dial, or the other end of the link that somebody opened. */
    REMOTE;

    @Override
    public String asString() {
      return "p2p.remote";
    }
  }

  private final String name;
  private final String description;
  private final P2pKey[] keys;

  P2pObservation(String name, String description, P2pKey... keys) {
    this.name = name;
    this.description = description;
    this.keys = keys;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getContextualName() {
    return name;
  }

  /** What it spans, in one sentence. */
  public String description() {
    return description;
  }

  @Override
  public KeyName[] getLowCardinalityKeyNames() {
    return keys.clone();
  }

  @Override
  public KeyName[] getHighCardinalityKeyNames() {
    return Detail.values();
  }
}
