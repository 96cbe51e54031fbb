/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.List;
import java.util.Optional;

/** Who has to go so that somebody else can come: a pure choice. */
interface Eviction<V> {

  /**
   * Chooses.
   *
   * @param newcomer not in the table yet
   * @return those who go, maybe none; nothing at all if it is the newcomer who stays out
   */
  Optional<List<V>> makeRoom(Room<V> room, V newcomer);
}
