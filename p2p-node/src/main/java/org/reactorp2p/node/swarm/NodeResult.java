/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import java.time.Duration;
import java.util.SortedSet;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * What one node got out of a swarm.
 *
 * @param number of the node, from 0
 * @param connections that it had at the end
 * @param files complete files of other nodes
 * @param bytes of all pieces, each counted once
 * @param messages all pieces that came, each time they came
 * @param receiving time during which others broadcast
 * @param upload what it sent
 * @param download what it received
 * @param digests SHA-256 of every complete file, in hex
 */
record NodeResult(
    int number,
    PeerId peerId,
    int connections,
    int files,
    long bytes,
    long messages,
    Duration receiving,
    FlowResult upload,
    FlowResult download,
    SortedSet<String> digests) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Whether all files of {@code others} nodes came, and every one was this one. */
  boolean agrees(int others, String digest) {
    return files == others && digests.size() == 1 && digests.first().equals(digest);
  }

  /** Whether it kept to its limits. */
  boolean keptLimits() {
    return upload.isHeld() && download.isHeld();
  }

  /** Bytes per second. */
  double rate() {
    return bytes * NANOS_PER_SECOND / Math.max(1, receiving.toNanos());
  }
}
