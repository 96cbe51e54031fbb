/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.function.Supplier;

/**
 * An implementation of the box, by name. Thread-safe; every implementation gives the same bytes.
 */
public final class Box {
  private final String name;
  private final ThreadLocal<Workbench> workbenches;

  Box(String name, Supplier<Workbench> workbench) {
    this.name = name;
    this.workbenches = ThreadLocal.withInitial(workbench);
  }

  /** What it is called in settings and in the log, such as {@code plain}. */
  public String name() {
    return name;
  }

  /** A cipher of its own copy of the key, for one direction of one connection. */
  public BoxCipher cipher(BoxKey key) {
    return new BoxCipher(workbenches, key.copyOfWords());
  }

  @Override
  public String toString() {
    return "Box(" + name + ")";
  }
}
