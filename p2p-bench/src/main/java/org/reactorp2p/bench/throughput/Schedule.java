/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.time.Duration;

/**
 * How long what is measured.
 *
 * @param lines connections of each stack, at least 1
 * @param rounds how often each stack has its turn with each payload, at least 1
 * @param slices how many slices of a turn count, at least 1
 * @param slice how long one is
 * @param warmUp what passes before the first slice of the first turn
 * @param settling the same, of later turns
 */
record Schedule(
    int lines, int rounds, int slices, Duration slice, Duration warmUp, Duration settling) {

  Duration before(int round) {
    return round == 0 ? warmUp : settling;
  }
}
