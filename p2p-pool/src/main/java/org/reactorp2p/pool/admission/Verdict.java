/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.pool.event.Refusal;

/** What is to be done about a peer that proved who it is. */
public sealed interface Verdict {

  /** Let it in. */
  record Admit() implements Verdict {}

  /** Give up our other attempt with the same peer, and let it in on this one. */
  record Displace() implements Verdict {}

  /** Ask again when the other attempt with the same peer runs or is over. */
  record Wait() implements Verdict {}

  /** Tell it no, why, and whom else to try. */
  record Refuse(Refusal why) implements Verdict {}

  /** Hang up without a word: to say why would help nobody but whoever is to stay outside. */
  record Drop(Objection objection) implements Verdict {}
}
