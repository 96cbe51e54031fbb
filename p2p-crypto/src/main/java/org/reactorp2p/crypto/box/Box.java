/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * An implementation of the box, by name. Thread-safe; every implementation gives the same bytes.
 */
public final class Box {
  private final String name;
  private final BoxEngine engine;

  Box(String name, BoxEngine engine) {
    this.name = name;
    this.engine = engine;
  }

  /** What it is called in settings and in the log, such as {@code plain}. */
  public String name() {
    return name;
  }

  /** A cipher of its own copy of the key, for one direction of one connection. */
  public BoxCipher cipher(BoxKey key) {
    return new BoxCipher(engine, key.copyOfWords());
  }

  @Override
  public String toString() {
    return "Box(" + name + ")";
  }
}
