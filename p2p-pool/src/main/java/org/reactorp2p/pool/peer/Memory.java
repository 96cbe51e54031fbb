/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactorp2p.core.model.Opaque;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import reactor.core.publisher.Flux;

/**
 * What we remember of points and peers, beyond what is going on with them: the {@link Register}
 * writes into it, everybody reads. Bounded, whatever others tell us. Confined to the decisions'
 * thread; what it hands out is immutable and may go anywhere.
 */
public final class Memory {

  private final PassageTable passages;
  private final Trust trust;
  private final SpecialRanges specialRanges;
  private final Duration longestPause;
  private final InstantSource clock;
  private final KnownPoints points;
  private final KnownPeers peers;

  /**
   * @param passages what is going on; whoever is in it is not forgotten
   */
  public Memory(MemoryConfig config, PassageTable passages, MemoryContext context) {
    this.passages = passages;
    this.trust = context.trust();
    this.specialRanges = config.specialRanges();
    this.longestPause = config.delays().longest();
    this.clock = context.clock();
    this.points = new KnownPoints(config, context, point -> passages.holder(point).isPresent());
    this.peers = new KnownPeers(config, context, peer -> passages.holder(peer).isPresent());
  }

  KnownPoints knownPoints() {
    return points;
  }

  KnownPeers knownPeers() {
    return peers;
  }

  /**
   * Somebody told us of these points. They are claims: kept as far as there is room for the word of
   * this teller, never looked up, and held against nobody. Costs no more than what is kept.
   *
   * @param teller the address of whoever said so
   */
  public void heard(InetAddress teller, Collection<Point> claims) {
    hear(Source.heard(teller), claims);
  }

  /** The application told us of these points, which are no more than claims either. */
  public void suggested(Collection<Point> claims) {
    hear(Source.imported(), claims);
  }

  /**
   * Somebody on the local network says that it is there itself: a claim of this teller, wherever
   * the point lies, since on a local network addresses are local.
   *
   * @return whether the point is known now that was not
   */
  public boolean found(Point point) {
    boolean known = points.table().knows(point);
    boolean possible =
        !point.address().isAnyLocalAddress() && !point.address().isMulticastAddress();
    return !known
        && possible
        && points.learn(point, Source.heard(point.address()))
        && points.table().knows(point);
  }

  private void hear(Source source, Collection<Point> claims) {
    for (Point point : claims) {
      if (!points.hear(point, source)) {
        return; // and there is none for the others
      }
    }
  }

  /**
   * From now on this peer is wanted at the point and no other, or anybody. A point that is not
   * known becomes known.
   *
   * @return what goes on there with somebody else: to be ended
   */
  public Optional<Passage> expect(Point point, Optional<PeerId> peer) {
    points.name(PeerAddress.of(point));
    points.expect(point, peer);
    return passages
        .holder(point)
        .filter(passage -> peer.isPresent() && !passage.mayLeadTo(peer.get()));
  }

  /** Who is wanted there, if somebody in particular is. */
  public Optional<PeerId> expectedAt(Point point) {
    return points.table().find(point).flatMap(KnownPoint::expected);
  }

  /** What is remembered of this peer, without what happened with it. */
  public Optional<KnownPeer> known(PeerId peer) {
    return peers.table().find(peer);
  }

  /** Something was seen of what this peer is like; it counts if the peer is known. */
  public void observe(PeerId peer, UnaryOperator<Conduct> change) {
    peers.table().change(peer, known -> known.behaving(change.apply(known.conduct())));
  }

  /** What is remembered of this point, without what happened there. */
  public Optional<KnownPoint> known(Point point) {
    return points.table().find(point);
  }

  /**
   * Changes what the application keeps of this peer, if it is known.
   *
   * @param change from what was kept so far; whatever it throws goes through, and changes nothing
   * @return what is kept now; nothing if it is not known
   */
  public Optional<Opaque> describe(PeerId peer, Function<Optional<Opaque>, Opaque> change) {
    peers.table().change(peer, known -> known.describedBy(change.apply(known.metadata())));
    return peers.table().find(peer).flatMap(KnownPeer::metadata);
  }

  /** All points, without what happened there. */
  public List<KnownPoint> allPoints() {
    return List.copyOf(points.table().all());
  }

  /** Each point that becomes known, on the decisions' thread, in the middle of a move. */
  public Flux<Point> learned() {
    return points.learned();
  }

  /** Whether others may hear of the point at all, whoever is there. */
  public boolean isTellable(Point point) {
    return specialRanges.admits(point);
  }

  /** Whether we are connected with somebody there, or about to be. */
  public boolean isInUse(Point point) {
    return passages.holder(point).isPresent();
  }

  // ---- to be shown ----

  /** What is known of this point. */
  public Optional<PointView> point(Point point) {
    return points.table().find(point).map(this::view);
  }

  /** What is known of this peer. */
  public Optional<PeerView> peer(PeerId peer) {
    return peers.table().find(peer).map(this::view);
  }

  /** All points, those known longest first. */
  public List<PointView> points() {
    return points.table().all().stream().map(this::view).toList();
  }

  /** All peers, those known longest first. */
  public List<PeerView> peers() {
    return peers.table().all().stream().map(this::view).toList();
  }

  /** Points that turned out to lead to ourselves. */
  public Set<Point> ownPoints() {
    return points.own();
  }

  private PointView view(KnownPoint known) {
    Point point = known.point();
    return new PointView(
        known, stateOf(passages.holder(point)), trust.trusts(point), points.table().history(point));
  }

  private PeerView view(KnownPeer known) {
    PeerId id = known.id();
    return new PeerView(
        known, stateOf(passages.holder(id)), trust.trusts(id), peers.table().history(id));
  }

  /** How many points are in which state. */
  public Map<ContactState.Phase, Integer> pointPhases() {
    Map<ContactState.Phase, Integer> phases = new EnumMap<>(ContactState.Phase.class);
    for (KnownPoint known : points.table().all()) {
      phases.merge(stateOf(passages.holder(known.point())).phase(), 1, Integer::sum);
    }
    return phases;
  }

  /** How many peers are in which state. */
  public Map<ContactState.Phase, Integer> peerPhases() {
    Map<ContactState.Phase, Integer> phases = new EnumMap<>(ContactState.Phase.class);
    for (KnownPeer known : peers.table().all()) {
      phases.merge(stateOf(passages.holder(known.id())).phase(), 1, Integer::sum);
    }
    return phases;
  }

  /** How many points are left alone for now. */
  public int restingPoints() {
    Instant now = clock.instant();
    return (int) points.table().all().stream().filter(known -> known.rests(now)).count();
  }

  /** How many points are trusted. */
  public int trustedPoints() {
    return (int) points.table().all().stream().filter(known -> trust.trusts(known.point())).count();
  }

  private static ContactState stateOf(Optional<Passage> holder) {
    return holder.map(ContactState::of).orElseGet(ContactState.Disconnected::new);
  }

  // ---- to be kept ----

  /** All there is now. */
  public MemorySnapshot snapshot() {
    return new MemorySnapshot(points.table().remembered(), peers.table().remembered());
  }

  /**
   * Adds what was kept, as far as it is not known by now and there is room. What was kept may be
   * old, or written by somebody else: no time in it counts as later than now.
   */
  public void restore(MemorySnapshot kept) {
    Instant now = clock.instant();
    kept.points()
        .forEach(
            one ->
                points
                    .table()
                    .restore(one.known().asOf(now, longestPause), pastOnly(one.history(), now)));
    kept.peers()
        .forEach(one -> peers.table().restore(one.known().asOf(now), pastOnly(one.history(), now)));
  }

  private static <W> List<HistoryEntry<W>> pastOnly(List<HistoryEntry<W>> lines, Instant now) {
    return lines.stream().map(line -> line.asOf(now)).toList();
  }
}
