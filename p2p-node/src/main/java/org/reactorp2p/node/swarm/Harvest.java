/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one node has got of the files of all others: which pieces, and each file's digest. Any
 * thread.
 */
final class Harvest {

  private final Map<Integer, FileDigest> files = new HashMap<>(); // guarded by this
  private long bytes; // guarded by this

  /** Keeps count of the piece; false where it was here before. */
  synchronized boolean take(Piece piece) {
    FileDigest file =
        files.computeIfAbsent(piece.origin(), origin -> new FileDigest(piece.count()));
    if (!file.take(piece)) {
      return false;
    }
    bytes += piece.bytes().length;
    return true;
  }

  /** Whether the file of this node is here from the first piece to the last. */
  synchronized boolean isComplete(int origin) {
    FileDigest file = files.get(origin);
    return file != null && file.isComplete();
  }

  /** How many files are here from the first piece to the last. */
  synchronized int complete() {
    return (int) files.values().stream().filter(FileDigest::isComplete).count();
  }

  /** Bytes of all pieces, each counted once. */
  synchronized long bytes() {
    return bytes;
  }

  /** The SHA-256 of every complete file, in hex, without repetition. */
  synchronized SortedSet<String> digests() {
    SortedSet<String> digests = new TreeSet<>();
    files.values().stream()
        .filter(FileDigest::isComplete)
        .map(FileDigest::hex)
        .forEach(digests::add);
    return digests;
  }
}
