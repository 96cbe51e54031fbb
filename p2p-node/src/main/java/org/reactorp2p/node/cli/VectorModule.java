/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

/**
 * Brings in {@code jdk.incubator.vector} while the JVM runs. Asked for by {@code --add-modules},
 * the JVM prints a warning that no flag silences, so the launcher only opens the JDK's own door for
 * system modules wanted late ({@code --add-exports java.base/jdk.internal.module=ALL-UNNAMED}). The
 * JIT treats a module that came this way exactly the same; measured on 17 and on 25.
 */
public final class VectorModule {

  private VectorModule() {}

  /** Does nothing where the JDK has no such module or no such door: the plain box serves there. */
  public static void load() {
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, "jdk.incubator.vector");
    } catch (ReflectiveOperationException | LinkageError | RuntimeException absent) {
      // Not a fault: whoever needs the module looks for its classes and says what it found.
    }
  }
}
