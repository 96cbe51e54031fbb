/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code ./p2p swarm}: real nodes in one JVM that pass a file around. {@code SwarmCommand} reads
 * the flags, {@code Swarm} runs the play, a {@code SwarmNode} floods {@code Piece}s over its
 * connections and keeps its {@code Harvest}, the {@code SwarmTable} shows what every node got.
 */
@NullMarked
package org.reactorp2p.node.swarm;

import org.jspecify.annotations.NullMarked;
