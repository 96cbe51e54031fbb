/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.reactorp2p.pool.store.IdentityFileException.Problem;

/** Makes a new file that only its owner may read: complete and on disk, or not there at all. */
final class FreshFile {

  private FreshFile() {}

  /** Refuses if something is at {@code path}, or if its directory takes no files. */
  static void requireVacant(Path path) throws IdentityFileException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(path);
    }
    Path directory = directoryOf(path);
    if (!Files.isDirectory(directory)) {
      throw new IdentityFileException(
          Problem.UNWRITABLE,
          path,
          "cannot be made: there is no directory " + directory + "; create it first");
    }
    if (!Files.isWritable(directory)) {
      throw new IdentityFileException(
          Problem.UNWRITABLE,
          path,
          "cannot be made: you may not write to the directory " + directory + "; choose another");
    }
  }

  /** Writes the bytes to a file of a passing name beside {@code path}, then gives it that name. */
  static void create(Path path, byte[] bytes) throws IdentityFileException {
    requireVacant(path);
    try {
      Path passing = Files.createTempFile(directoryOf(path), ".identity", ".new", ownerOnly(path));
      try {
        writeThrough(passing, bytes);
        nameFor(passing, path);
      } finally {
        Files.deleteIfExists(passing);
      }
      forceDirectory(directoryOf(path));
    } catch (FileAlreadyExistsException overtaken) {
      throw exists(path);
    } catch (IOException refused) {
      throw new IdentityFileException(
          Problem.UNWRITABLE,
          path,
          "cannot be written (" + GuardedFile.reasonOf(refused) + "); choose another place");
    }
  }

  private static IdentityFileException exists(Path path) {
    return new IdentityFileException(
        Problem.EXISTS,
        path,
        "is there already and is never overwritten; move it away, or choose another name");
  }

  private static Path directoryOf(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }

  /** With what a file is made that only its owner may read or write. */
  static FileAttribute<?>[] ownerOnly(Path path) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Writes the bytes into an empty file, and returns when they are on the disk. */
  static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** A hard link, unlike a move, fails where the name is taken: nobody is overwritten in a race. */
  private static void nameFor(Path passing, Path path) throws IOException {
    try {
      Files.createLink(path, passing);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException | IOException noLinksHere) {
      Files.move(passing, path, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * Makes the new name itself last. Not every system opens directories; those that do not, do it.
   */
  static void forceDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // The file is complete either way; only its name could still be lost in a crash.
    }
  }
}
