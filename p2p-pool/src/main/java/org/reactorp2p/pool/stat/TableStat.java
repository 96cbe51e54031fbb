/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.stat;

import java.util.Map;
import org.reactorp2p.pool.peer.ContactState;

/**
 * How full the tables are.
 *
 * @param points known points by state; a state of which there is none may be missing
 * @param peers known peers, likewise
 * @param restingPoints known points that are left alone for a while
 * @param trustedPoints known points that are trusted
 * @param bans bans that hold
 * @param trusted points and peers on the list of those we trust
 * @param greylisted entries of the greylist that hold
 */
public record TableStat(
    Map<ContactState.Phase, Integer> points,
    Map<ContactState.Phase, Integer> peers,
    int restingPoints,
    int trustedPoints,
    int bans,
    int trusted,
    int greylisted) {

  /** Nothing anywhere. */
  public static final TableStat EMPTY = new TableStat(Map.of(), Map.of(), 0, 0, 0, 0, 0);

  public TableStat {
    points = Map.copyOf(points);
    peers = Map.copyOf(peers);
  }
}
