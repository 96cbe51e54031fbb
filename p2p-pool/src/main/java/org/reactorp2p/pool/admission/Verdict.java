/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.NackMotive;

/** What is to be done about a peer that proved who it is. */
public sealed interface Verdict {

  /** Let it in. */
  record Admit() implements Verdict {}

  /** Give up our other attempt with the same peer, and let it in on this one. */
  record Displace() implements Verdict {}

  /** Ask again when the other attempt with the same peer runs or is over. */
  record Wait() implements Verdict {}

  /** Tell it no, why, and whom else to try. */
  record Refuse(NackMotive motive) implements Verdict {}

  /** Hang up without a word. */
  record Drop(Objection objection) implements Verdict {}
}
