/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.churn;

import java.time.Duration;

/**
 * How one node stands.
 *
 * @param number of the node, from 0
 * @param here whether it runs
 * @param connections that it has now
 * @param lives how often it came
 * @param least connections it ever had, the first seconds of each life left out
 * @param most connections it ever had
 * @param longestAstray for how long at most it was out of the band without a break
 */
record Standing(
    int number,
    String peerId,
    boolean here,
    int connections,
    int lives,
    int least,
    int most,
    Duration longestAstray) {

  /** Whether it was never out of the band for longer than is allowed. */
  boolean isSteady() {
    return longestAstray.compareTo(ChurnPlan.GRACE) <= 0;
  }
}
