/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How much may flow each way, and whose turn it is. {@link
 * org.reactorp2p.pool.bandwidth.BandwidthLimits} says how much, a {@link
 * org.reactorp2p.pool.bandwidth.Weigher} what part of it a peer gets, {@link
 * org.reactorp2p.pool.bandwidth.Bandwidth} changes the one and shows what has flowed; {@link
 * org.reactorp2p.pool.bandwidth.SharedBandwidth} divides it among the links. Bytes never come by.
 */
@NullMarked
package org.reactorp2p.pool.bandwidth;

import org.jspecify.annotations.NullMarked;
