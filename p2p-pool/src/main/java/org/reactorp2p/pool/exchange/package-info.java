/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What becomes of the control messages of connected peers, and how points are told and heard.
 *
 * <p>{@link org.reactorp2p.pool.exchange.ControlIntake} takes them, lets each kind pass at its own
 * rate, a {@link org.reactorp2p.pool.exchange.TokenBucket} each, and hands them to a {@link
 * org.reactorp2p.pool.exchange.ControlDesk}. {@link org.reactorp2p.pool.exchange.PointExchange}
 * answers those about points; what we send goes through the {@link
 * org.reactorp2p.pool.exchange.ControlPost}. {@link org.reactorp2p.pool.exchange.Outreach} is what
 * maintenance may ask for.
 */
@NullMarked
package org.reactorp2p.pool.exchange;

import org.jspecify.annotations.NullMarked;
