/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code ./p2p bench throughput}: messages one way over loopback, as fast as they go.
 *
 * <p>{@link ThroughputCommand} starts a {@link Match} of {@link Stack}s. Each stack has two
 * processes, {@link Ends} as the match sees them, in which an {@link End} obeys orders and a {@link
 * Contender} carries the {@link Cargo}; a {@link Ledger} counts and checks what comes. Of each turn
 * the {@link Slice}s are kept, which make up the {@link Cell}s of the result.
 */
@NullMarked
package org.reactorp2p.bench.throughput;

import org.jspecify.annotations.NullMarked;
