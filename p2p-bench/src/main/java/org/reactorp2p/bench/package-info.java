/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Measured, not believed: {@link org.reactorp2p.bench.BenchCommand}, {@code ./p2p bench NAME}. A
 * room per benchmark ({@code box}, {@code fairness}, {@code pow}, {@code scheduler}, {@code
 * throughput}); below them {@code report}, how every benchmark ends, and {@code sodium}, the door
 * to libsodium.
 */
@NullMarked
package org.reactorp2p.bench;

import org.jspecify.annotations.NullMarked;
