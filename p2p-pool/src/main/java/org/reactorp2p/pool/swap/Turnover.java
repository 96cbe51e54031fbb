/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.time.Duration;
import org.reactorp2p.pool.exchange.Allowance;

/**
 * How much of whom we are connected with may be changed by swaps. Whoever brought a peer answers
 * for it and for all that this one brings in turn. All peers at one address, or one IPv6 /64, are
 * one who brings; on the loopback each is one of its own.
 *
 * @param pace how often one who brings may change a connection
 * @param ofOne how many percent of the connections may be brought by one; one peer in any case
 * @param ofAll how many percent may be brought by all together, one in any case; beyond that a peer
 *     that was brought takes the place of another that was
 * @param guarded how many percent are kept out of all swaps: those that we dialled ourselves and
 *     that have run for longest. Those we trust are never given away, whatever this says
 */
public record Turnover(Allowance pace, int ofOne, int ofAll, int guarded) {

  /** Three swaps and then one every ten minutes; a tenth, a third and a fifth. */
  public static final Turnover DEFAULT =
      new Turnover(Allowance.of(3, Duration.ofMinutes(10)), 10, 33, 20);

  /** As the original, whose connections may all be changed by whoever asks often enough. */
  public static final Turnover ORIGINAL =
      new Turnover(Allowance.of(1_000_000, Duration.ofMillis(1)), 100, 100, 0);

  /** Refuses what are no parts of a hundred. */
  public Turnover {
    require(ofOne);
    require(ofAll);
    require(guarded);
  }

  private static void require(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("a part is within 0 to 100 percent, not " + percent);
    }
  }

  /** How many of so many connections one may bring. */
  int mostOfOne(int connections) {
    return Math.max(1, connections * ofOne / 100);
  }

  /** How many of so many connections all together may bring. */
  int mostOfAll(int connections) {
    return Math.max(1, connections * ofAll / 100);
  }

  /** How many of so many connections are guarded. */
  int guardedOf(int connections) {
    return connections * guarded / 100;
  }
}
