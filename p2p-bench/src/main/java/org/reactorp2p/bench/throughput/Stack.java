/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.util.List;
import java.util.function.Supplier;

/** What is measured: a contender, and the flags its processes need. */
enum Stack {
  /** Ours, sealed with the Vector API. */
  VECTOR("ours, vector", OwnStack::new, List.of("--add-modules", "jdk.incubator.vector")),
  /** Ours, sealed with plain Java, as on a JVM without flags. */
  PLAIN("ours, no flags", OwnStack::new, List.of()),
  /** The measure beside them. */
  NETTY("Reactor Netty", PlainNetty::new, List.of());

  private final String label;
  private final Supplier<Contender> contender;
  private final List<String> flags;

  Stack(String label, Supplier<Contender> contender, List<String> flags) {
    this.label = label;
    this.contender = contender;
    this.flags = flags;
  }

  String label() {
    return label;
  }

  Contender open() {
    return contender.get();
  }

  List<String> flags() {
    return flags;
  }

  boolean isOurs() {
    return this != NETTY;
  }
}
