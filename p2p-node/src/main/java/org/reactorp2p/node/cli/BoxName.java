/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

/** Which implementation of the box seals and opens frames. */
public enum BoxName {
  /** The faster of those this JVM can run, by a short measurement at start. */
  AUTO,
  /** Plain Java; runs everywhere. */
  PLAIN,
  /** The Vector API; needs the module jdk.incubator.vector. */
  VECTOR;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
