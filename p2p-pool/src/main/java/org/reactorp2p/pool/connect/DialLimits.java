/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.time.Duration;

/**
 * What a dial may take.
 *
 * @param patience the time for everything: waiting for its turn, link, handshake and answer
 * @param parallel how many dials go on at once; the others wait for their turn
 */
public record DialLimits(Duration patience, int parallel) {}
