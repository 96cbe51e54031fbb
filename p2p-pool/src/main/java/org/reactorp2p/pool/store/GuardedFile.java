/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.reactorp2p.pool.store.IdentityFileException.Problem;

/** Reads a small file that holds a secret: a plain file, its owner's alone, bounded in length. */
final class GuardedFile {

  /** An identity has about 300 bytes; what is this long is something else. */
  static final int MAX_LENGTH = 16 * 1024;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private GuardedFile() {}

  /** The bytes of the file, at most {@link #MAX_LENGTH}; the caller wipes them. */
  static byte[] read(Path path) throws IdentityFileException {
    try {
      requireGuarded(path);
      return readBounded(path);
    } catch (NoSuchFileException missing) {
      throw new IdentityFileException(
          Problem.NO_FILE, path, "does not exist; generate one first, or correct the path");
    } catch (IOException refused) {
      throw new IdentityFileException(
          Problem.UNREADABLE,
          path,
          "cannot be read (" + reasonOf(refused) + "); see to its permissions");
    }
  }

  /**
   * Looked at before opening: a pipe would block, a link may lead to where others decide what is in
   * it.
   */
  private static void requireGuarded(Path path) throws IOException, IdentityFileException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IdentityFileException(
          Problem.NOT_A_REGULAR_FILE,
          path,
          "is " + kindOf(attributes) + " and not a plain file; give the path of the file itself");
    }
    PosixFileAttributeView posix =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (posix != null && !OWNER_ONLY.containsAll(posix.readAttributes().permissions())) {
      throw new IdentityFileException(
          Problem.EXPOSED,
          path,
          "holds a secret key and is open to others than its owner; run 'chmod 600 " + path + "'");
    }
  }

  private static String kindOf(BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      return "a symbolic link";
    }
    return attributes.isDirectory() ? "a directory" : "a device or pipe";
  }

  private static byte[] readBounded(Path path) throws IOException, IdentityFileException {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_LENGTH + 1);
    try (SeekableByteChannel file =
        Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      while (buffer.hasRemaining() && file.read(buffer) >= 0) {}
      if (!buffer.hasRemaining()) {
        throw new IdentityFileException(
            Problem.TOO_LARGE,
            path,
            "is longer than " + MAX_LENGTH + " bytes and so no identity; correct the path");
      }
      return Arrays.copyOf(buffer.array(), buffer.position());
    } finally {
      Arrays.fill(buffer.array(), (byte) 0);
    }
  }

  /** The system's own word for it, without the path, which the sentence has already. */
  static String reasonOf(IOException refused) {
    if (refused instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (refused instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return refused instanceof FileSystemException
        ? refused.getClass().getSimpleName()
        : String.valueOf(refused.getMessage());
  }
}
