/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Those who divide a limit, behind one door, {@link org.reactorp2p.bench.fairness.arena.Arena}, so
 * that the same play can be played with each. On virtual time: ours, and a model of the original.
 * On real time, over sockets of the loopback: our whole stack, and Netty's traffic shaping.
 */
@NullMarked
package org.reactorp2p.bench.fairness.arena;

import org.jspecify.annotations.NullMarked;
