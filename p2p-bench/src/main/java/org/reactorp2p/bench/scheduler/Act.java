/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.scheduler;

/** What an item goes through. */
enum Act {
  /** A stream without the operator. */
  BARE("bare", PassingBenchmark.class),
  /** With it, and no limit. */
  UNLIMITED("unlimited", PassingBenchmark.class),
  /** With a limit that is never reached. */
  NEVER_SHORT("neverShort", PassingBenchmark.class),
  /** With one that all shares wait for. */
  CONTENDED("contended", WaitingBenchmark.class);

  private final String method;
  private final Class<?> benchmark;

  Act(String method, Class<?> benchmark) {
    this.method = method;
    this.benchmark = benchmark;
  }

  String label() {
    return method;
  }

  /** For JMH. */
  String pattern() {
    return benchmark.getName() + "\\." + method + "$";
  }
}
