/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/** Whom to dial first. Pure. */
@FunctionalInterface
public interface CandidateChoice {

  /**
   * Chooses.
   *
   * @param prospects those who may be dialled, in any order
   * @param company where those live with whom we are connected
   * @param most how many at most
   * @param random settles ties
   * @return the first to dial first, none twice
   */
  List<Prospect> choose(
      Collection<Prospect> prospects,
      Collection<InetAddress> company,
      int most,
      RandomGenerator random);
}
