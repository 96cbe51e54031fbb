/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.event.P2pEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The points we remember, and what each thing that happens means for them. Of a point that is not
 * known, nothing is written down. Confined to the decisions' thread.
 */
final class KnownPoints {

  private final MemoryConfig config;
  private final MemoryContext context;
  private final OwnPoints own = new OwnPoints();
  private final KnownTable<Point, KnownPoint, PeerId> table;
  private final Sinks.Many<Point> learned = Sinks.many().multicast().directBestEffort();

  /**
   * @param inUse whether somebody is there just now, or on the way
   */
  KnownPoints(MemoryConfig config, MemoryContext context, Predicate<Point> inUse) {
    this.config = config;
    this.context = context;
    this.table =
        new KnownTable<>(
            KnownPoint::point,
            config.points(),
            evictionOf(config),
            known -> context.trust().trusts(known.point()) || inUse.test(known.point()));
  }

  private static Eviction<KnownPoint> evictionOf(MemoryConfig config) {
    return config.eviction() == EvictionPolicy.ORIGINAL
        ? new OriginalPointEviction()
        : new GuardedPointEviction(config.pointsPerTeller());
  }

  KnownTable<Point, KnownPoint, PeerId> table() {
    return table;
  }

  /** Each point that becomes known, in the middle of a move. */
  Flux<Point> learned() {
    return learned.asFlux();
  }

  // ---- how a point becomes known ----

  /**
   * From this source, too. Points of our own are not worth knowing.
   *
   * @return false if it stays unknown for want of room
   */
  boolean learn(Point point, Source source) {
    if (own.contains(point)) {
      return true;
    }
    table.change(point, known -> source.isBetterThan(known.source()) ? known.from(source) : known);
    return table.knows(point) || add(KnownPoint.fresh(point, source, now()));
  }

  /**
   * Somebody claims that somebody is there.
   *
   * @return false if there is no room for more claims of this source, whatever they are
   */
  boolean hear(Point point, Source source) {
    return !config.specialRanges().admits(point) || learn(point, source);
  }

  /** We were told by hand, or are about to dial it. */
  void name(PeerAddress address) {
    if (table.find(address.point()).isEmpty()) {
      learn(address.point(), Source.sure());
    }
    address.expected().ifPresent(peer -> expect(address.point(), Optional.of(peer)));
  }

  /** From now on this peer is wanted there and no other, or anybody. */
  void expect(Point point, Optional<PeerId> peer) {
    table.change(point, known -> known.expecting(peer));
  }

  private boolean add(KnownPoint newcomer) {
    Optional<List<KnownPoint>> gone = table.add(newcomer);
    gone.ifPresent(
        victims -> {
          if (!victims.isEmpty()) {
            context.told().accept(new P2pEvent.PointsForgotten(victims.size()));
          }
          context.told().accept(new P2pEvent.PointLearned(newcomer.point()));
          learned.tryEmitNext(newcomer.point());
        });
    return gone.isPresent();
  }

  // ---- what happens to a point ----

  void requested(Point point) {
    note(point, ContactKind.REQUESTED, Optional.empty());
  }

  /** Somebody there proved who they are, and we said yes or no. */
  void answered(Point point, Openness openness, ContactKind answer, PeerId peer) {
    table.change(point, known -> known.saying(openness));
    note(point, answer, Optional.of(peer));
  }

  /** We got as far as our yes, and no further. */
  void rejected(Point point, PeerId by) {
    miss(point, known -> known.after(known.contacts().withRejection(by, now())));
    note(point, ContactKind.REJECTED, Optional.of(by));
  }

  void failed(Point point) {
    miss(point, known -> known.after(known.contacts().withFailure(now())));
    note(point, ContactKind.REJECTED, Optional.empty());
  }

  void withdrawn(Point point, Optional<PeerId> peer) {
    note(point, ContactKind.WITHDRAWN, peer);
  }

  void established(Point point, PeerId peer) {
    table.change(point, known -> known.after(known.contacts().withConnection(peer, now())));
    note(point, ContactKind.ESTABLISHED, Optional.of(peer));
  }

  void disconnected(Point point, PeerId peer) {
    Instant now = now();
    table.change(
        point,
        known ->
            known
                .after(known.contacts().withDisconnection(peer, now))
                .resting(config.delays().afterConnection(now)));
    note(point, ContactKind.DISCONNECTED, Optional.of(peer));
  }

  /** It leads to ourselves. */
  void isOurs(Point point) {
    own.add(point);
    forget(point);
  }

  /** It belongs to another network; kept if somebody we listen to wants it. */
  void isForeign(Point point) {
    boolean wanted =
        context.trust().trusts(point)
            || table.find(point).filter(known -> known.expected().isPresent()).isPresent();
    if (!wanted) {
      forget(point);
    }
  }

  Set<Point> own() {
    return own.all();
  }

  private void forget(Point point) {
    if (table.find(point).isPresent()) {
      table.forget(point);
      context.told().accept(new P2pEvent.PointsForgotten(1));
    }
  }

  private void miss(Point point, UnaryOperator<KnownPoint> contact) {
    table.change(
        point,
        known ->
            contact
                .apply(known)
                .resting(config.delays().afterMiss(known.misses(), now(), context.random())));
  }

  private void note(Point point, ContactKind kind, Optional<PeerId> peer) {
    table.note(point, new HistoryEntry<>(kind, now(), peer));
  }

  private Instant now() {
    return context.clock().instant();
  }
}
