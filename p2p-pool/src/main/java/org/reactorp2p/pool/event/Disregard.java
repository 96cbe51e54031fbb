/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

/** Why we did not do what a control message asks for. Never held against whoever sent it. */
public enum Disregard {
  /** More of this kind came than one connection may send in that time. */
  THROTTLED,
  /** We are in private mode: we tell nobody of others, and swap with nobody. */
  PRIVATE_MODE,
  /** The sender says that it is private, and so is told nothing. */
  PRIVATE_SENDER,
  /** We neither tell nor believe points, because somebody switched that off. */
  DISCOVERY_DISABLED,
  /** We know no point that the sender might want to know. */
  NOTHING_TO_TELL,
  /** We do not swap, because somebody switched that off. */
  SWAPS_DISABLED,
  /** A swap goes on, or the last one was too short a time ago. */
  TOO_SOON,
  /** We did not propose a swap to the sender, or not lately, or this is the second answer. */
  NOT_ASKED,
  /** We are offered ourselves. */
  OURSELVES,
  /** We are connected with whom we are offered, or about to be. */
  CONNECTED_ALREADY,
  /** No node of this network can be at that point, as far as we are told to believe. */
  IMPLAUSIBLE,
  /** Somebody else was at that point when we last looked, or is expected there. */
  CONTRADICTED,
  /** Whom we are offered is banned or on the greylist. */
  BARRED,
  /** There is no place for whom we are offered. */
  NO_PLACE,
  /** The sender has already changed as much of whom we are connected with as one may. */
  TURNOVER,
  /** Among our peers there is none that we would give away. */
  NOBODY_TO_GIVE
}
