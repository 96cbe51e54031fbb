/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.reactorp2p.bench.contender.Cargo;

/**
 * What came, counted and checked: a checksum over both ends of every message, and every sixteenth
 * compared whole. Written by one thread, counted by any.
 */
final class Ledger {

  private static final int SAMPLE = 16;

  private final Cargo cargo;
  private final AtomicLong messages = new AtomicLong();
  private long checksum;
  private long damaged;

  Ledger(Cargo cargo) {
    this.cargo = cargo;
  }

  long messages() {
    return messages.get();
  }

  /** Enters the next message. */
  void enter(byte[] body) {
    if (body.length != cargo.payload().bytes()) {
      damaged();
      return;
    }
    if (isToBeCompared()) {
      compare(body);
    }
    enter(Cargo.first(body), Cargo.last(body));
  }

  /** What came is no message of ours. */
  void damaged() {
    damaged++;
  }

  /** Whether the next message is one of those that {@link #compare} should see. */
  boolean isToBeCompared() {
    return messages.getPlain() % SAMPLE == 0;
  }

  /** Compares the next message, before it is entered. */
  void compare(byte[] body) {
    if (!Arrays.equals(body, cargo.body(messages.getPlain()))) {
      damaged();
    }
  }

  /** Enters the next message by its first and last eight bytes. */
  void enter(long first, long last) {
    checksum = Cargo.add(checksum, first, last);
    messages.lazySet(messages.getPlain() + 1);
  }

  /** True when everything that came is what was to come. By the writing thread, or after it. */
  boolean isSound() {
    return damaged == 0 && checksum == cargo.checksum(messages.get());
  }
}
