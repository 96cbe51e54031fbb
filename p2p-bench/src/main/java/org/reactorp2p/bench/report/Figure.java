/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.report;

/**
 * One thing that was measured.
 *
 * @param name what, in words joined by hyphens
 * @param value how much
 * @param unit of what, such as {@code Mhash/s}
 */
public record Figure(String name, double value, String unit) {}
