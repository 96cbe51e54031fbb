/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.score;

import java.time.Duration;
import java.util.List;
import org.reactorp2p.pool.peer.Conduct;

/**
 * By what the layer itself sees of a peer. Each part is bounded, so that nobody buys more than
 * fourfold favour with whatever comes cheap to it, and nobody falls below a hundredth. Pure.
 */
final class ObservedScore implements PeerScore {

  private static final double MIB = 1 << 20;
  private static final double DAY = Duration.ofDays(1).toMillis();

  /** Two or three round trips across an ocean. */
  private static final double PROMPT_MILLIS = 250;

  @Override
  public Score of(Dossier peer) {
    Conduct seen = peer.conduct();
    double connected = seen.connected().toMillis();
    double handshake = seen.handshake().toMillis();
    return new Score(
        List.of(
            new Score.Part("useful-bytes", seen.useful(), ofUse(seen.useful())),
            new Score.Part("connected-seconds", connected / 1000, ofTime(connected)),
            new Score.Part("handshake-millis", handshake, ofHandshake(handshake)),
            new Score.Part("refusals", seen.refusals(), ofRefusals(seen.refusals())),
            new Score.Part("decode-errors", seen.decodeErrors(), ofErrors(seen.decodeErrors()))));
  }

  /** A tenth for each doubling from 1 MiB on, and twice for a GiB: sending is cheap. */
  private static double ofUse(double bytes) {
    return 1 + Math.min(1, Math.log(1 + bytes / MIB) / Math.log(2) / 10);
  }

  /** Half as much again for a day, and never quite twice: only time buys time. */
  private static double ofTime(double millis) {
    return 1 + millis / (millis + DAY);
  }

  /** Half at most for a handshake that took four times as long as it should. */
  private static double ofHandshake(double millis) {
    return millis <= PROMPT_MILLIS ? 1 : Math.max(0.5, Math.sqrt(PROMPT_MILLIS / millis));
  }

  /** Since the last connection: a peer that is full is no bad peer, but it is of no use now. */
  private static double ofRefusals(int refusals) {
    return Math.max(0.25, 1 / (1 + refusals / 4.0));
  }

  /** Half for each: no honest peer of the same network makes any. */
  private static double ofErrors(int errors) {
    return Math.pow(2, -Math.min(errors, 4));
  }
}
