/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What an item pays for its turn: {@link org.reactorp2p.bench.scheduler.SchedulerCommand}, {@code
 * ./p2p bench scheduler}. {@code PassingBenchmark} and {@code WaitingBenchmark} are what JMH runs,
 * {@code Cell} one thing to measure, {@code SchedulerGoals} how fast it has to be.
 */
@NullMarked
package org.reactorp2p.bench.scheduler;

import org.jspecify.annotations.NullMarked;
