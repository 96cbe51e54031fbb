/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.measure;

import java.time.Duration;

/**
 * How the world stood at a moment.
 *
 * @param at since the beginning
 * @param running nodes
 * @param fewest connections of a running node
 * @param median of the connections of the running nodes
 * @param most connections of a running node
 * @param inBand running nodes whose number of connections is between the targets
 * @param parts into how many the network has fallen
 * @param diameter the most steps from anybody to anybody
 * @param ended connections that ended since the last sample, counted at one end
 */
public record Sample(
    Duration at,
    int running,
    int fewest,
    int median,
    int most,
    int inBand,
    int parts,
    int diameter,
    long ended) {}
