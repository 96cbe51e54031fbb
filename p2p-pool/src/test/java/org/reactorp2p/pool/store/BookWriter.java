/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.peer.MemorySnapshot;

/**
 * A process that does nothing but save one book after the other, until somebody kills it. Each book
 * has a number, which is printed once it is saved.
 */
final class BookWriter {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final int ENTRIES = 200;

  private BookWriter() {}

  /** The directory, and the first number. */
  public static void main(String[] args) throws PeerBookException {
    PrintStream out = System.out;
    try (DataDirectory data = DataDirectory.open(Path.of(args[0]))) {
      PeerBook book = data.peerBook();
      MemorySnapshot memory = new RandomBook(1).content(ENTRIES).memory();
      for (int number = Integer.parseInt(args[1]); ; number++) {
        book.write(numbered(memory, number), NOON);
        out.println(number);
        out.flush();
      }
    }
  }

  static PeerBookContent numbered(MemorySnapshot memory, int number) {
    Ban ban =
        new Ban(
            Subject.parse("192.0.2.1"), Integer.toString(number), "writer", NOON, Optional.empty());
    return new PeerBookContent(memory, new AccessSnapshot(List.of(ban), List.of(), List.of()));
  }

  /** The number of a book; 0 for one that nobody wrote. */
  static int numberOf(PeerBookContent content) {
    List<Ban> bans = content.access().bans();
    return bans.isEmpty() ? 0 : Integer.parseInt(bans.get(0).reason());
  }
}
