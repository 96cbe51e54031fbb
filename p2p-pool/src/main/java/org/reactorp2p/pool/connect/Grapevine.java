/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.acl.Reputation;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.admission.PeerDiscovery;
import org.reactorp2p.pool.admission.PointSelection;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.peer.Memory;

/**
 * What we tell others of points, and what we let them tell us: the one door for both, whether they
 * come in a message or in a refusal. Confined to the decisions' thread.
 */
public final class Grapevine {

  private final Office office;
  private final Optional<Disregard> silence;

  /**
   * @param visitors in private mode we tell and believe nothing
   * @param discovery whether points are exchanged at all
   */
  public Grapevine(Office office, Visitors visitors, PeerDiscovery discovery) {
    this.office = office;
    this.silence = reasonFor(visitors, discovery);
  }

  private static Optional<Disregard> reasonFor(Visitors visitors, PeerDiscovery discovery) {
    if (visitors == Visitors.TRUSTED_ONLY) {
      return Optional.of(Disregard.PRIVATE_MODE);
    }
    return discovery == PeerDiscovery.DISABLED
        ? Optional.of(Disregard.DISCOVERY_DISABLED)
        : Optional.empty();
  }

  /** Why no points are exchanged, if none are; the same for as long as the network lives. */
  public Optional<Disregard> silence() {
    return silence;
  }

  /** Points for this one to try, as the original chooses them; none while we are silent. */
  public List<Point> pointsFor(PointSelection.Asker asker) {
    if (silence.isPresent()) {
      return List.of();
    }
    Memory memory = office.register().memory();
    var selection = new PointSelection(memory::isInUse, this::mayBeTold);
    return selection.choose(memory.allPoints(), asker, office.random());
  }

  /** Whether others may hear of it: those on the lists are kept out of others' sight too. */
  public boolean mayBeTold(Point point) {
    return office.register().memory().isTellable(point)
        && office.access().at(point.address()) == Reputation.STRANGER;
  }

  /** Somebody there tells us of these points: claims, and unheard while we are silent. */
  public void hear(InetAddress teller, Collection<Point> claims) {
    if (silence.isEmpty()) {
      office.register().memory().heard(teller, claims);
    }
  }
}
