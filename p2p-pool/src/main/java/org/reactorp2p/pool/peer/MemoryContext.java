/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.reactorp2p.pool.event.P2pEvent;

/**
 * What remembering needs from outside, all of it used on the decisions' thread only.
 *
 * @param clock steady, in whole milliseconds
 * @param random the jitter of delays
 * @param told what is learned and forgotten
 * @param trust whom we trust
 */
public record MemoryContext(
    InstantSource clock, RandomGenerator random, Consumer<P2pEvent> told, Trust trust) {}
