/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads a plain file that should not be long. */
final class BoundedFile {

  /** It is long. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private BoundedFile() {}

  /**
   * All of it.
   *
   * @throws TooLargeException if there is more, before much of it is read
   * @throws IOException if it is no plain file, a link for instance, or cannot be read
   */
  static byte[] read(Path file, int longest) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "not a plain file");
    }
    if (Files.size(file) > longest) {
      throw new TooLargeException();
    }
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(longest);
      if (in.read() >= 0) {
        throw new TooLargeException(); // it grew
      }
      return bytes;
    }
  }
}
