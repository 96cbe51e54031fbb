/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import io.netty.handler.ssl.OpenSsl;
import io.netty.util.Version;
import io.rsocket.RSocket;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.netty.Connection;

/** What was measured beside us, by version. */
final class Versions {

  private Versions() {}

  static List<String> all() {
    return List.of(
        "Reactor " + of(Flux.class) + ", Reactor Netty " + of(Connection.class),
        "Netty "
            + Optional.ofNullable(Version.identify().get("netty-common"))
                .map(Version::artifactVersion)
                .orElse("?")
            + ", TLS by "
            + (OpenSsl.isAvailable() ? OpenSsl.versionString() : "nobody"),
        "RSocket " + of(RSocket.class),
        "jvm-libp2p has no artifact in the ordinary registry: where a goal names it, its measured"
            + " ratio to plain Reactor Netty is taken.");
  }

  private static String of(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? fromJar(type) : version;
  }

  /** The name of a jar ends in its version. */
  private static String fromJar(Class<?> type) {
    String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    String name = jar.substring(jar.lastIndexOf('/') + 1);
    int digit = 0;
    while (digit < name.length() && !Character.isDigit(name.charAt(digit))) {
      digit++;
    }
    return name.endsWith(".jar") ? name.substring(digit, name.length() - 4) : "?";
  }
}
