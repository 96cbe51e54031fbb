/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.WorkFailedException;

/** The event log on disk, if somebody wants it. */
final class EventFile implements AutoCloseable {

  private final Optional<BufferedWriter> writer;

  private EventFile(Optional<BufferedWriter> writer) {
    this.writer = writer;
  }

  /**
   * Opens it.
   *
   * @throws BadInputException if it cannot be written
   */
  static EventFile of(Optional<Path> file) {
    return new EventFile(file.map(EventFile::open));
  }

  private static BufferedWriter open(Path file) {
    try {
      return Files.newBufferedWriter(file);
    } catch (IOException unwritable) {
      throw new BadInputException(
          file + " cannot be written; check the path, and that you may write there", unwritable);
    }
  }

  void add(String line) {
    if (writer.isPresent()) {
      try {
        writer.get().append(line).append('\n');
      } catch (IOException full) {
        throw new WorkFailedException("the event log could not be written on", full);
      }
    }
  }

  @Override
  public void close() {
    if (writer.isPresent()) {
      try {
        writer.get().close();
      } catch (IOException full) {
        throw new WorkFailedException("the event log could not be written to its end", full);
      }
    }
  }
}
