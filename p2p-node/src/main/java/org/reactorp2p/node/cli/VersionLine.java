/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: our version, and the JVM it runs on. */
final class VersionLine implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String ours = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "reactor-p2p " + (ours == null ? "(not packaged)" : ours),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor", "unknown vendor") + ")"
    };
  }
}
