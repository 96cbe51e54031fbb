/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/** The implementations of the box that this JVM has. */
public final class Boxes {
  private static final Box PLAIN =
      new Box("plain", () -> new Workbench(new PlainKeystream(), new PlainSum()));

  private Boxes() {}

  /** Plain Java: works on every JDK, needs no flags. */
  public static Box plain() {
    return PLAIN;
  }
}
