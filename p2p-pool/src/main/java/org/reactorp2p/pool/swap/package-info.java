/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Mixes the network: two neighbours exchange one of their peers each, without anybody being in the
 * middle.
 *
 * <p>{@link org.reactorp2p.pool.swap.Swapper} plays both parts: it proposes when maintenance has
 * nothing to mend, and answers those who propose. What it agrees to is a {@link
 * org.reactorp2p.pool.swap.SwapVerdict}: {@code Inspector} says what speaks against whom we are
 * offered, {@code Gifts} whom we would give, and {@code Lineage} remembers who brought whom, so
 * that nobody turns over more of our view than {@link org.reactorp2p.pool.swap.Turnover} allows.
 */
@NullMarked
package org.reactorp2p.pool.swap;

import org.jspecify.annotations.NullMarked;
