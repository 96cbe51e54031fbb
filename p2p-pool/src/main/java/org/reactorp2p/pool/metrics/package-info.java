/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is measured, for Micrometer; the only room that knows it.
 *
 * <p>{@link org.reactorp2p.pool.metrics.P2pMetrics} binds the meters that {@link
 * org.reactorp2p.pool.metrics.P2pMeters} lists; {@link org.reactorp2p.pool.metrics.P2pObservations}
 * makes an observation of every dial and handshake. Counters and gauges are read when somebody
 * looks, from immutable pictures and from counters that lose nothing; no message comes by here.
 */
@NullMarked
package org.reactorp2p.pool.metrics;

import org.jspecify.annotations.NullMarked;
