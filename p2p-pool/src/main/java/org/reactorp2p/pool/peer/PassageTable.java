/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.BlockCounts;

/**
 * All passages, and which of them holds which peer and which point: at most one each.
 *
 * <p>The only place that moves a passage beyond {@link Passage#linked()}, so that stage and indexes
 * always agree. Holds nothing of a passage that is over, and is therefore as small as what is going
 * on. Confined to the decisions' thread.
 */
public final class PassageTable {

  private final Set<Passage> open = new LinkedHashSet<>();
  private final Map<PeerId, Passage> byPeer = new HashMap<>();
  private final Map<Point, Passage> byPoint = new HashMap<>();
  private final BlockCounts heldFrom = new BlockCounts();
  private boolean closed;

  /**
   * Somebody opened a link to us from this ephemeral point, which it does not hold; nothing if we
   * are closed.
   */
  public Optional<Passage> inbound(Point remote) {
    if (closed) {
      return Optional.empty();
    }
    var passage = Passage.inbound(remote);
    open.add(passage);
    return Optional.of(passage);
  }

  /**
   * We dial this point, and hold it; nothing if it, or the peer that is expected there, is held
   * already, or we are closed.
   */
  public Optional<Passage> outbound(PeerAddress to) {
    if (closed || holder(to).isPresent()) {
      return Optional.empty();
    }
    var passage = Passage.outbound(to);
    byPoint.put(to.point(), passage);
    open.add(passage);
    return Optional.of(passage);
  }

  /** Nothing begins any more; what has begun goes on until it is ended. */
  public void close() {
    closed = true;
  }

  /** Whether nothing begins any more. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * We take the peer.
   *
   * @param reachable where it says that it can be dialled. Held from now on if nobody holds it: a
   *     neighbour behind the same address, who claims another's port, gains nothing
   * @throws IllegalStateException if another passage holds the peer
   */
  public void accept(Passage passage, PeerId peer, Optional<Point> reachable) {
    if (byPeer.containsKey(peer)) {
      throw new IllegalStateException("two passages for " + peer);
    }
    passage.accept(peer, reachable);
    byPeer.put(peer, passage);
    heldFrom.add(passage.remote().address());
    reachable.ifPresent(point -> byPoint.putIfAbsent(point, passage));
  }

  /** The peer takes us. */
  public void run(Passage passage) {
    passage.run();
  }

  /** It is over, whatever it was; ending it again changes nothing. */
  public void end(Passage passage) {
    if (open.remove(passage)) {
      passage.peer().ifPresent(peer -> release(peer, passage));
      passage.reachable().ifPresent(point -> byPoint.remove(point, passage));
      passage.end();
    }
  }

  private void release(PeerId peer, Passage passage) {
    byPeer.remove(peer);
    heldFrom.remove(passage.remote().address());
  }

  /**
   * Who has the peer that is expected there, or else the point. One that is proven to lead to
   * another peer does not count: whoever shares an address could claim any port of it.
   */
  public Optional<Passage> holder(PeerAddress address) {
    Optional<PeerId> expected = address.expected();
    return expected
        .flatMap(this::holder)
        .or(
            () ->
                holder(address.point())
                    .filter(passage -> expected.map(passage::mayLeadTo).orElse(true)));
  }

  /** Who has this peer. */
  public Optional<Passage> holder(PeerId peer) {
    return Optional.ofNullable(byPeer.get(peer));
  }

  /** Who has this point. */
  public Optional<Passage> holder(Point point) {
    return Optional.ofNullable(byPoint.get(point));
  }

  /** How many hold a peer: they run, or wait for its answer. */
  public int held() {
    return byPeer.size();
  }

  /** Where those come from; a view. */
  public BlockCounts heldFrom() {
    return heldFrom;
  }

  /** All that are not over, the oldest first. */
  public Collection<Passage> all() {
    return List.copyOf(open);
  }
}
