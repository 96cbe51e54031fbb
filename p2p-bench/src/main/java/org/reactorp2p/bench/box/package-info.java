/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code bench box}: how long it takes to seal and to open one frame, ours beside libsodium and
 * Bouncy Castle. {@link org.reactorp2p.bench.box.BoxCommand} runs {@link
 * org.reactorp2p.bench.box.BoxBenchmark} in JVMs of their own and holds the results against {@link
 * org.reactorp2p.bench.box.BoxGoals}.
 */
@NullMarked
package org.reactorp2p.bench.box;

import org.jspecify.annotations.NullMarked;
