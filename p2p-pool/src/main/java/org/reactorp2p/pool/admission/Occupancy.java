/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import org.reactorp2p.pool.acl.BlockCounts;

/**
 * Who holds a place.
 *
 * @param count how many peers we hold, candidates that wait for their verdict not included
 * @param from where they come from; to look at now, since it changes with them
 * @param missing how many of those we trust hold no place
 */
public record Occupancy(int count, BlockCounts from, int missing) {}
