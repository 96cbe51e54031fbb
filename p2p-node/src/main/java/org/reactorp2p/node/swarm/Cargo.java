/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.reactorp2p.node.cli.BadInputException;

/**
 * What every node of a swarm broadcasts.
 *
 * @param name how the last line calls it
 */
record Cargo(String name, byte[] bytes) {

  private static final long MAX_FILE = 64L << 20;

  /** As much as nodes without a limit pass around in seconds, too. */
  private static final long MOST_RANDOM = 16L << 20;

  /** What a file holds. */
  static Cargo of(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new BadInputException(
            file + " is no file that could be read; give another with --file");
      }
      if (Files.size(file) > MAX_FILE) {
        throw new BadInputException(
            file + " is longer than 64 MiB; give a shorter one with --file");
      }
      return new Cargo(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException refused) {
      throw new BadInputException(
          file + " cannot be read (" + refused + "); see to its rights", refused);
    }
  }

  /** So many random bytes, within reason. */
  static Cargo random(double length, RandomGenerator random) {
    byte[] bytes = new byte[(int) Math.max(1, Math.min(length, MOST_RANDOM))];
    random.nextBytes(bytes);
    return new Cargo(bytes.length + " random bytes", bytes);
  }

  @Override
  public String toString() {
    return "Cargo(" + name + ")";
  }
}
