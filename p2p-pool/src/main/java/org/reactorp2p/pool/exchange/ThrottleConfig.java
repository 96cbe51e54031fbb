/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.exchange;

import java.time.Duration;
import org.reactorp2p.core.wire.MessageKind;

/**
 * How many control messages of each kind one connection may send. Messages of the application are
 * none of this: they have their own mailbox, and wait for no control message.
 *
 * @param bootstrap requests for points
 * @param advertise messages that tell points
 * @param swapRequest proposals to swap
 * @param swapAck answers to ours
 */
public record ThrottleConfig(
    Allowance bootstrap, Allowance advertise, Allowance swapRequest, Allowance swapAck) {

  private static final Allowance POINTS =
      Allowance.of(2, Duration.ofMillis(100)).withPatience(Duration.ofSeconds(1));
  private static final Allowance SWAPS = Allowance.of(2, Duration.ofSeconds(60));

  /**
   * The original's rates: a tenth of a second for points, a minute for swaps. Where the original
   * sleeps in its reading loop, we let ten messages about points wait for a second in all, and drop
   * what is more; a swap that is proposed too soon is dropped, since in a minute it is stale.
   */
  public static final ThrottleConfig DEFAULT = new ThrottleConfig(POINTS, POINTS, SWAPS, SWAPS);

  /** For this kind. */
  Allowance of(MessageKind kind) {
    return switch (kind) {
      case ADVERTISE -> advertise;
      case SWAP_REQUEST -> swapRequest;
      case SWAP_ACK -> swapAck;
      case BOOTSTRAP, DISCONNECT, APPLICATION -> bootstrap;
    };
  }
}
