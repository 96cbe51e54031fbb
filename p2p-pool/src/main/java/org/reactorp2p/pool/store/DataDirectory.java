/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.pool.store.PeerBookException.Problem;

/**
 * The directory in which one node keeps what it wants to find again: its identity and its peer
 * book. Locked from opening to closing, so that two nodes never write over each other; the lock
 * goes with the process, however that ends. All methods block on the disk.
 */
public final class DataDirectory implements AutoCloseable {

  private static final String IDENTITY = "identity.json";
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /** Makes the directory, for its owner alone, if there is none, and takes its lock. */
  public static DataDirectory open(Path path) throws PeerBookException {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path, ownerOnly(path));
      }
      return new DataDirectory(path, locked(path));
    } catch (IOException refused) {
      throw new PeerBookException(
          Problem.UNWRITABLE,
          "the data directory %s cannot be used (%s); choose another, or see to its permissions"
              .formatted(path, GuardedFile.reasonOf(refused)));
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static FileChannel locked(Path path) throws IOException, PeerBookException {
    FileChannel file =
        FileChannel.open(
            path.resolve(LOCK),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            FreshFile.ownerOnly(path));
    if (tryLock(file) == null) {
      file.close();
      throw new PeerBookException(
          Problem.IN_USE,
          "the data directory %s is in use by another node; stop that one, or choose another"
              .formatted(path));
    }
    return file;
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  /** Where the identity is kept, or would be. */
  public Path identity() {
    return path.resolve(IDENTITY);
  }

  /** The peer book in it. */
  public PeerBook peerBook() {
    return new PeerBook(path);
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException nothingToLose) {
      // Nothing was written to it.
    }
  }
}
