/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.bandwidth;

import org.reactorp2p.scheduler.FlowStat;

/**
 * What has flowed each way, handshakes included: through one connection, or through all.
 *
 * @param upload what was sent
 * @param download what was received
 */
public record BandwidthStat(FlowStat upload, FlowStat download) {}
