/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

/**
 * What happened between two readings.
 *
 * @param messagesPerSecond as the receiver counted them, by its clock
 * @param cpuNanosPerMessage processor time of both processes together
 */
record Slice(double messagesPerSecond, double cpuNanosPerMessage) {

  static Slice between(Reading before, Reading after) {
    double messages = after.messages() - before.messages();
    double seconds = (after.nanos() - before.nanos()) / 1e9;
    return new Slice(
        messages / seconds, (after.cpuNanos() - before.cpuNanos()) / Math.max(1, messages));
  }
}
