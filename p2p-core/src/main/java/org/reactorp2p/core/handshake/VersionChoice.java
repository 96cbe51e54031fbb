/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.Collections;
import java.util.Set;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.NetworkVersion;

/**
 * What two nodes agree to speak. Each side chooses by itself, from what it supports and what the
 * other announced, and both come to the same result. Pure.
 */
public sealed interface VersionChoice {

  /** Both speak this. */
  record Agreed(NetworkVersion version) implements VersionChoice {}

  /** Nothing in common, for the first reason found. */
  record Disagreed(NackMotive motive) implements VersionChoice {}

  /**
   * Chooses: the chains must have the same name to the byte; then, for each of the two versions,
   * the best of ours if the other announced at least that, else the announced one if it is among
   * ours.
   */
  static VersionChoice between(HandshakeConfig ours, NetworkVersion announced) {
    if (!ours.chainName().equals(announced.chainName())) {
      return new Disagreed(NackMotive.UNKNOWN_CHAIN_NAME);
    }
    int ddb = choose(ours.distributedDbVersions(), announced.distributedDbVersion());
    if (ddb < 0) {
      return new Disagreed(NackMotive.DEPRECATED_DISTRIBUTED_DB_VERSION);
    }
    int p2p = choose(ours.p2pVersions(), announced.p2pVersion());
    if (p2p < 0) {
      return new Disagreed(NackMotive.DEPRECATED_P2P_VERSION);
    }
    return new Agreed(new NetworkVersion(ours.chainName(), ddb, p2p));
  }

  /** The version to use, or -1: versions are never negative. */
  private static int choose(Set<Integer> supported, int announced) {
    int best = Collections.max(supported);
    if (best <= announced) {
      return best;
    }
    return supported.contains(announced) ? announced : -1;
  }
}
