/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.peers;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.store.DataDirectory;
import org.reactorp2p.pool.store.PeerBook;
import org.reactorp2p.pool.store.PeerBookException;
import picocli.CommandLine.Option;

/** Which peer book it is about. */
final class BookOption {

  /** What is done with the book while nobody else can. */
  interface Work {
    void on(PeerBook book) throws PeerBookException;
  }

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      required = true,
      description = "The data directory of the node.")
  private Path directory;

  /**
   * Does the work under the lock of the directory.
   *
   * @throws BadInputException if the directory, the book or a file cannot be used
   */
  void with(Work work) {
    try (DataDirectory data = DataDirectory.open(directory)) {
      work.on(data.peerBook());
    } catch (PeerBookException refused) {
      throw BadInputException.of(refused);
    }
  }

  /** Passes on what the owner of the book should know. */
  static PeerBook.Reading read(PeerBook book, PrintWriter err) throws PeerBookException {
    PeerBook.Reading reading = book.read();
    reading.warning().ifPresent(err::println);
    return reading;
  }
}
