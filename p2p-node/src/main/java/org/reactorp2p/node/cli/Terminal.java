/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

/** What the launcher knows of standard error and tells by system properties; Java cannot ask. */
final class Terminal {

  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  /** Whether a person is watching. */
  static boolean isWatched() {
    return Boolean.getBoolean("p2p.terminal");
  }

  /** Its width in characters. */
  static int columns() {
    return Integer.getInteger("p2p.columns", USUAL_COLUMNS);
  }
}
