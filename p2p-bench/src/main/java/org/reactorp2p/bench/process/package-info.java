/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Measured processes: a {@link org.reactorp2p.bench.process.Child} is another JVM like this one,
 * which takes {@link org.reactorp2p.bench.process.Orders} and gives answers, a line each.
 */
@NullMarked
package org.reactorp2p.bench.process;

import org.jspecify.annotations.NullMarked;
