/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.AccessList;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.event.Disregard;

/**
 * Judges swaps: looks at how things stand, and changes nothing. Confined to the decisions' thread.
 */
final class SwapRules {

  private final SwapHouse<?> house;
  private final Optional<Disregard> off;
  private final SwapClock clock;
  private final Lineage lineage;
  private final Inspector inspector;
  private final Gifts gifts;

  SwapRules(SwapConfig config, SwapHouse<?> house, SwapClock clock, Lineage lineage) {
    this.house = house;
    this.off = reasonFor(config, house.visitors());
    this.clock = clock;
    this.lineage = lineage;
    this.inspector = new Inspector(house.self(), house.office(), house.dialer());
    this.gifts = new Gifts(config.turnover(), lineage, this::mayGo);
  }

  private static Optional<Disregard> reasonFor(SwapConfig config, Visitors visitors) {
    if (visitors == Visitors.TRUSTED_ONLY) {
      return Optional.of(Disregard.PRIVATE_MODE);
    }
    return config.linger().isEmpty() ? Optional.of(Disregard.SWAPS_DISABLED) : Optional.empty();
  }

  /** Whether we may propose one now. */
  boolean mayPropose() {
    return off.isEmpty() && !clock.isUnderWay();
  }

  /** Whether this peer may be asked. */
  boolean mayBeAsked(PeerInfo partner, Instant now) {
    return !partner.metadata().privateNode() && lineage.mayBring(partner, running().size(), now);
  }

  /** Whom we would give this partner: any one of those that may go. */
  Optional<PeerInfo> giftFor(PeerInfo partner) {
    List<PeerInfo> some = gifts.of(running(), partner.peerId());
    RandomGenerator random = house.office().random();
    return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
  }

  /** Whether this peer, whom we promised, is still here and may go. */
  boolean mayBeGiven(PeerId peer) {
    return house.roll().find(peer).filter(one -> mayGo(one.info())).isPresent();
  }

  /** Whether we do what this peer proposes. */
  SwapVerdict judgeProposal(PeerInfo from, Offer offer, Instant now) {
    Optional<Disregard> why =
        off.or(() -> when(from.metadata().privateNode(), Disregard.PRIVATE_SENDER))
            .or(() -> when(clock.isTooSoon(now), Disregard.TOO_SOON))
            .or(() -> objectionTo(from, offer, now));
    return why.<SwapVerdict>map(SwapVerdict.Ignore::new)
        .orElseGet(
            () ->
                giftFor(from)
                    .<SwapVerdict>map(gift -> new SwapVerdict.Give(gift.peerId()))
                    .orElse(new SwapVerdict.Ignore(Disregard.NOBODY_TO_GIVE)));
  }

  /**
   * Whether we follow this answer to a proposal of ours.
   *
   * @param given whom we offered, if we did
   */
  SwapVerdict judgeAnswer(PeerInfo from, Offer offer, Optional<PeerId> given, Instant now) {
    return off.or(() -> when(given.isEmpty(), Disregard.NOT_ASKED))
        .or(() -> when(clock.isUnderWay(), Disregard.TOO_SOON))
        .or(() -> objectionTo(from, offer, now))
        .or(() -> when(!mayBeGiven(given.orElseThrow()), Disregard.NOBODY_TO_GIVE))
        .<SwapVerdict>map(SwapVerdict.Ignore::new)
        .orElseGet(() -> new SwapVerdict.Give(given.orElseThrow()));
  }

  private Optional<Disregard> objectionTo(PeerInfo from, Offer offer, Instant now) {
    return inspector
        .objection(offer)
        .or(() -> when(!lineage.mayBring(from, running().size(), now), Disregard.TURNOVER));
  }

  private static Optional<Disregard> when(boolean so, Disregard why) {
    return so ? Optional.of(why) : Optional.empty();
  }

  private List<PeerInfo> running() {
    return house.roll().infos();
  }

  private boolean mayGo(PeerInfo info) {
    AccessList access = house.office().access();
    return !access.isTrusted(info.peerId(), info.idPoint().point())
        && info.idPoint().point().filter(house.grapevine()::mayBeTold).isPresent();
  }
}
