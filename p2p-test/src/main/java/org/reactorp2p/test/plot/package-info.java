/* SPDX-License-Identifier: Apache-2.0 */
/** Drawings of what was measured: {@link org.reactorp2p.test.plot.ConnectionPlot}. */
@NullMarked
package org.reactorp2p.test.plot;

import org.jspecify.annotations.NullMarked;
