/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reactorp2p.node.cli.BadInputException;

/** Files of text that the user names. */
final class TextFile {

  private TextFile() {}

  /**
   * Reads one.
   *
   * @param longest in bytes
   * @throws BadInputException if it cannot be read, is longer, or is no UTF-8
   */
  static String read(Path file, int longest) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(longest + 1);
      if (bytes.length > longest) {
        throw new BadInputException(file + " is longer than " + longest + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException unreadable) {
      throw new BadInputException(
          file + " cannot be read; check the path, and that it is a text file you may read",
          unreadable);
    }
  }

  /**
   * Writes one.
   *
   * @throws BadInputException if it cannot be written
   */
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new BadInputException(
          file + " cannot be written; check the path, and that you may write there", unwritable);
    }
  }
}
