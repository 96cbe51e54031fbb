/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.time.Duration;

/**
 * How a memory network behaves.
 *
 * @param pipeCapacity bytes one direction of a link holds before its sender must wait, the
 *     counterpart of a socket buffer
 * @param closeTimeout how long a closed link waits for the other side before it is aborted
 */
public record MemoryConfig(int pipeCapacity, Duration closeTimeout) {

  /** 64 KiB, small enough for backpressure to show in a test; three seconds, as TCP has it. */
  public static final MemoryConfig DEFAULT = new MemoryConfig(64 * 1024, Duration.ofSeconds(3));

  public MemoryConfig {
    if (pipeCapacity < 1) {
      throw new IllegalArgumentException("a pipe holds at least 1 byte, got " + pipeCapacity);
    }
    if (closeTimeout.isNegative() || closeTimeout.isZero()) {
      throw new IllegalArgumentException("closeTimeout must be positive, got " + closeTimeout);
    }
  }

  /** The same with another capacity, in bytes. */
  public MemoryConfig withPipeCapacity(int bytes) {
    return new MemoryConfig(bytes, closeTimeout);
  }

  /** The same with another patience at closing. */
  public MemoryConfig withCloseTimeout(Duration timeout) {
    return new MemoryConfig(pipeCapacity, timeout);
  }
}
