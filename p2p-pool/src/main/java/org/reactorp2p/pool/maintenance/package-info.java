/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Keeps the number of connections right: dials when there are too few, and closes some when there
 * are too many.
 *
 * <p>Start with {@link org.reactorp2p.pool.maintenance.MaintenanceWorker}, which acts; what it does
 * is decided by {@code Plan}, a function of two numbers and the {@link
 * org.reactorp2p.pool.maintenance.Bounds}, whom it dials by a {@link
 * org.reactorp2p.pool.maintenance.CandidateChoice}, and whom it lets go by a {@link
 * org.reactorp2p.pool.maintenance.VictimChoice}. What others can do for it, such as asking peers
 * for points, comes in as {@link org.reactorp2p.pool.exchange.Outreach}.
 */
@NullMarked
package org.reactorp2p.pool.maintenance;

import org.jspecify.annotations.NullMarked;
