/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.reactorp2p.pool.store.PeerBookException.Problem;

/**
 * Whom a node knows, trusts and keeps out, in one file; the one before it is kept beside it.
 *
 * <p>A new book replaces the old one when it is complete and on the disk, so whatever ends the
 * process, and at whatever moment, the next one finds the old book or the new one. A book that is
 * damaged nevertheless is put aside under another name, and the one before it is used. If that is
 * damaged too, nothing is: a node should not forget its bans without anybody noticing.
 *
 * <p>All methods block on the disk, one after the other. For whoever holds the lock of the {@link
 * DataDirectory}.
 */
public final class PeerBook implements KeptBook {

  /** The longest that is read: some hundred times what the default tables fill. */
  static final int MAX_LENGTH = 64 << 20;

  static final String CURRENT = "peers.book";
  static final String PREVIOUS = "peers.book.previous";
  static final String DAMAGED = "peers.book.damaged";
  private static final String PASSING = "peers.book.new";

  private final Path directory;

  PeerBook(Path directory) {
    this.directory = directory;
  }

  /**
   * What was read.
   *
   * @param warning what the owner should know about it, in one sentence, if anything
   */
  public record Reading(PeerBookContent content, Optional<String> warning) {}

  /** Reads the newest book that is whole; an empty one if none was ever written. */
  @Override
  public synchronized Reading read() throws PeerBookException {
    Optional<String> damage;
    try {
      Optional<PeerBookContent> current = read(CURRENT);
      if (current.isPresent()) {
        return new Reading(current.get(), Optional.empty());
      }
      damage = Optional.empty();
    } catch (DamagedBookException damaged) {
      damage = Optional.of(String.valueOf(damaged.getMessage()));
    }
    // None at all is what is left when the process ended between two renames.
    Optional<PeerBookContent> previous = previous(damage);
    if (damage.isPresent()) {
      putAside();
    }
    return new Reading(
        previous.orElse(PeerBookContent.EMPTY),
        damage.map(
            what ->
                "the peer book %s is damaged (%s): it was moved to %s, and the one before it is used"
                    .formatted(at(CURRENT), what, DAMAGED)));
  }

  private Optional<PeerBookContent> previous(Optional<String> damage) throws PeerBookException {
    try {
      Optional<PeerBookContent> previous = read(PREVIOUS);
      if (previous.isEmpty() && damage.isPresent()) {
        throw beyondRepair(damage.get(), "there is none before it");
      }
      return previous;
    } catch (DamagedBookException damaged) {
      throw beyondRepair(damage.orElse("it is missing"), "so is the one before it");
    }
  }

  private PeerBookException beyondRepair(String damage, String previous) {
    return new PeerBookException(
        Problem.DAMAGED,
        ("the peer book %s is damaged (%s), and %s; restore it from a copy, or move %s and %s away"
                + " to begin anew without what they held, bans and trust included")
            .formatted(at(CURRENT), damage, previous, CURRENT, PREVIOUS));
  }

  private Optional<PeerBookContent> read(String name)
      throws PeerBookException, DamagedBookException {
    Path file = at(name);
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      return Optional.of(BookText.decode(BoundedFile.read(file, MAX_LENGTH)));
    } catch (BookText.NewerException newer) {
      throw new PeerBookException(
          Problem.FROM_THE_FUTURE,
          "the peer book %s was written by a later version; use that one, or move the book away"
              .formatted(file));
    } catch (IllegalArgumentException notOurs) {
      throw new DamagedBookException(String.valueOf(notOurs.getMessage()));
    } catch (BoundedFile.TooLargeException large) {
      throw new PeerBookException(
          Problem.TOO_LARGE,
          "the peer book %s is longer than %d bytes; move it away".formatted(file, MAX_LENGTH));
    } catch (IOException refused) {
      throw new PeerBookException(
          Problem.UNREADABLE,
          "the peer book %s cannot be read (%s); see to its permissions"
              .formatted(file, GuardedFile.reasonOf(refused)));
    }
  }

  private void putAside() throws PeerBookException {
    try {
      Files.move(at(CURRENT), at(DAMAGED), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      throw unwritable(refused);
    }
  }

  @Override
  public synchronized void write(PeerBookContent content, Instant saved) throws PeerBookException {
    byte[] text = BookText.encode(content, saved);
    Path passing = at(PASSING);
    try {
      Files.deleteIfExists(passing); // left by a process that was killed
      Files.createFile(passing, FreshFile.ownerOnly(directory));
      FreshFile.writeThrough(passing, text);
      if (Files.exists(at(CURRENT), LinkOption.NOFOLLOW_LINKS)) {
        move(at(CURRENT), at(PREVIOUS));
      }
      move(passing, at(CURRENT));
      FreshFile.forceDirectory(directory);
    } catch (IOException refused) {
      throw unwritable(refused);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private PeerBookException unwritable(IOException refused) {
    return new PeerBookException(
        Problem.UNWRITABLE,
        "the peer book %s cannot be written (%s); the one before it stays"
            .formatted(at(CURRENT), GuardedFile.reasonOf(refused)));
  }

  private Path at(String name) {
    return directory.resolve(name);
  }

  /** It is not as we wrote it; the message says in what. */
  private static final class DamagedBookException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedBookException(String what) {
      super(what);
    }
  }
}
