/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What can be measured: a contender, and the flags its processes need. */
public enum Stack {
  /** Ours, sealed with the Vector API. */
  VECTOR("ours, vector", OwnStack::new, List.of("--add-modules", "jdk.incubator.vector")),
  /** Ours, sealed with plain Java, as on a JVM without flags. */
  PLAIN("ours, no flags", OwnStack::new, List.of()),
  /** The measure beside them: nothing encrypted, nobody known. */
  NETTY("Reactor Netty", NettyStack::plain, List.of()),
  /** Reactor Netty with TLS 1.3 by BoringSSL, certificates at both ends. */
  TLS("Reactor Netty TLS", NettyStack::mutualTls, List.of()),
  /** The same, as in the web: only the end that listens has a certificate. */
  WEB_TLS("Reactor Netty TLS, one-sided", NettyStack::serverTls, List.of()),
  /** RSocket over TCP with TLS 1.3 by BoringSSL. */
  RSOCKET("RSocket TLS", RSocketStack::new, List.of());

  private final String label;
  private final Supplier<Contender> contender;
  private final List<String> flags;

  Stack(String label, Supplier<Contender> contender, List<String> flags) {
    this.label = label;
    this.contender = contender;
    this.flags = flags;
  }

  /** How it is called in goals and figures. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How it is called in tables. */
  public String label() {
    return label;
  }

  /** A fresh one, with threads and an identity of its own. */
  public Contender open() {
    return contender.get();
  }

  /** Flags of the JVM. */
  public List<String> flags() {
    return flags;
  }

  public boolean isOurs() {
    return this == VECTOR || this == PLAIN;
  }
}
