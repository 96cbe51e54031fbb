/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import reactor.core.scheduler.Scheduler;

/**
 * What all connections of a network share.
 *
 * @param config the bounds of each
 * @param budget the memory for unfinished messages of all
 * @param timer counts the time for stalls and drains; its tasks are tiny and never block
 */
public record ConnectionContext(ConnectionConfig config, AssemblyBudget budget, Scheduler timer) {}
