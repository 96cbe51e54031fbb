/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.time.Duration;

/**
 * What has flowed through one share, or through all, at one moment.
 *
 * @param totalBytes all bytes that passed
 * @param bytesPerSecond moving average, in which the last second counts for a fifth
 * @param waited how long items have waited for their turn, added up, those that still wait included
 * @param waiting for a share its streams that wait now; for the scheduler its shares that do
 */
public record FlowStat(long totalBytes, double bytesPerSecond, Duration waited, int waiting) {}
