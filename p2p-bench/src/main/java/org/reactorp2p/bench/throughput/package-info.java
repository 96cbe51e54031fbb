/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code ./p2p bench throughput}: messages one way over loopback, as fast as they go.
 *
 * <p>{@link ThroughputCommand} starts a {@link Match} of {@link
 * org.reactorp2p.bench.contender.Stack}s. Each stack has two processes, {@link Ends} as the match
 * sees them, in which an {@link End} obeys orders: the {@link Departure}s of the one send what the
 * {@link Arrivals} of the other enter in a {@link Ledger} for each line, which counts and checks
 * it. Of each turn the {@link Slice}s are kept, which make up the {@link Cell}s of the result.
 */
@NullMarked
package org.reactorp2p.bench.throughput;

import org.jspecify.annotations.NullMarked;
