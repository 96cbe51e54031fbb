/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine may hold for one link that nobody reads from. */
public final class KernelBuffers {

  private static final long ELSEWHERE = 48L << 20;

  private KernelBuffers() {}

  /** Bytes in the send buffer of one end and the receive buffer of the other, at most. */
  public static long mostPerLink() {
    return most("tcp_wmem") + most("tcp_rmem");
  }

  /** The third of the three numbers Linux has there; a generous guess on other machines. */
  private static long most(String name) {
    try {
      String numbers = Files.readAllLines(Path.of("/proc/sys/net/ipv4", name)).get(0);
      return Long.parseLong(numbers.split("\\s+")[2]);
    } catch (IOException notLinux) {
      return ELSEWHERE;
    }
  }
}
