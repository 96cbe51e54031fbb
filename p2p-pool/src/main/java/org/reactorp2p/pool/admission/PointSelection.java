/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * Which points we tell a peer that we refuse: those of peers that are connected to us, said where
 * they listen and do not want to stay private. Pure.
 */
public final class PointSelection {

  /** How many points one answer tells at most, as the original. */
  public static final int SIZE = 50;

  private PointSelection() {}

  /**
   * Chooses.
   *
   * @param connected our peers
   * @param asking who is told, and does not want to hear of itself
   * @param random picks, where there are too many
   * @return at most {@value #SIZE}, none twice
   */
  public static List<Point> choose(
      Collection<PeerInfo> connected, PeerId asking, RandomGenerator random) {
    List<Point> candidates = new ArrayList<>();
    connected.stream()
        .filter(info -> !info.metadata().privateNode() && !info.peerId().equals(asking))
        .flatMap(info -> info.idPoint().point().stream())
        .distinct()
        .forEach(candidates::add);
    int chosen = Math.min(SIZE, candidates.size());
    for (int i = 0; i < chosen; i++) {
      Collections.swap(candidates, i, random.nextInt(i, candidates.size()));
    }
    return List.copyOf(candidates.subList(0, chosen));
  }
}
