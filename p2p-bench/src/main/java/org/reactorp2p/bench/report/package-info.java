/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a benchmark has to say: {@link org.reactorp2p.bench.report.Figure}s it measured, {@link
 * org.reactorp2p.bench.report.Goal}s they meet or miss, and the {@link
 * org.reactorp2p.bench.report.Report} that shows both.
 */
@NullMarked
package org.reactorp2p.bench.report;

import org.jspecify.annotations.NullMarked;
