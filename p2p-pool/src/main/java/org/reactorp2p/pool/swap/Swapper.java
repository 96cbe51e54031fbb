/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.connect.AttemptFailedException;
import org.reactorp2p.pool.connect.ConnectOptions;
import org.reactorp2p.pool.event.AttemptEnd;
import org.reactorp2p.pool.event.P2pEvent;

/**
 * Swaps peers, in both parts. Who proposes offers one of its peers; who agrees answers with one of
 * its own; then each dials whom it was offered, and gives up whom it gave once that is connected.
 *
 * <pre>
 *   P ──SwapRequest(X)──▶ T     P has X, T has Y
 *   P ◀──SwapAck(Y)────── T     then T dials X and drops Y, P dials Y and drops X
 * </pre>
 *
 * On the wire it is what the original does. Beyond it: nothing is proposed while swaps are off; an
 * answer counts once, soon, and on the connection on which we asked; the offered peer must prove
 * that it is the one that was named; nobody we trust is given away, nor whom {@link Turnover}
 * guards. Confined to the decisions' thread.
 *
 * @param <M> the application's messages
 */
public final class Swapper<M> {

  private final SwapHouse<M> house;
  private final SwapClock clock;
  private final Lineage lineage;
  private final Proposals<M> proposals;
  private final SwapRules rules;

  public Swapper(SwapConfig config, SwapHouse<M> house) {
    this.house = house;
    this.clock = new SwapClock(config.linger().orElse(Duration.ZERO));
    this.lineage = new Lineage(config.turnover());
    this.proposals = new Proposals<>(config.validity());
    this.rules = new SwapRules(config, house, clock, lineage);
  }

  /** Proposes a swap to one peer, if there is one to ask, and one to give. */
  public void propose() {
    if (rules.mayPropose()) {
      Instant now = refresh();
      any(partners(now)).ifPresent(partner -> propose(partner, now));
    }
  }

  private List<PeerConnection<M>> partners(Instant now) {
    return house.roll().all().stream()
        .filter(one -> rules.mayBeAsked(one.info(), now) && !proposals.hasAsked(one, now))
        .toList();
  }

  private void propose(PeerConnection<M> partner, Instant now) {
    Optional<PeerInfo> gift = rules.giftFor(partner.info());
    if (gift.isPresent()) {
      Offer offer = offerOf(gift.get());
      if (house.post().send(partner, new PeerMessage.SwapRequest<>(offer.point(), offer.peer()))) {
        proposals.opened(partner, offer.peer(), now);
      }
    }
  }

  /** A peer proposes. */
  public void proposed(PeerConnection<M> from, PeerMessage.SwapRequest<M> request) {
    Instant now = refresh();
    var offer = new Offer(request.point(), request.peerId());
    SwapVerdict verdict = rules.judgeProposal(from.info(), offer, now);
    if (verdict instanceof SwapVerdict.Ignore ignored) {
      house.post().ignore(from, MessageKind.SWAP_REQUEST, ignored.why());
      return;
    }
    PeerId given = ((SwapVerdict.Give) verdict).peer();
    // Before we dial, as the original: whoever waits for both may wait too long for one.
    boolean told =
        house
            .roll()
            .find(given)
            .map(one -> offerOf(one.info()))
            .filter(back -> house.post().send(from, answer(back)))
            .isPresent();
    if (told) {
      exchange(from.info(), offer, given);
    }
  }

  private PeerMessage<M> answer(Offer back) {
    return new PeerMessage.SwapAck<>(back.point(), back.peer());
  }

  /** A peer answers, as it says, a proposal of ours. */
  public void answered(PeerConnection<M> from, PeerMessage.SwapAck<M> ack) {
    Instant now = refresh();
    var offer = new Offer(ack.point(), ack.peerId());
    SwapVerdict verdict = rules.judgeAnswer(from.info(), offer, proposals.answered(from, now), now);
    if (verdict instanceof SwapVerdict.Give give) {
      exchange(from.info(), offer, give.peer());
    } else {
      house.post().ignore(from, MessageKind.SWAP_ACK, ((SwapVerdict.Ignore) verdict).why());
    }
  }

  private void exchange(PeerInfo partner, Offer offer, PeerId given) {
    clock.began();
    lineage.agreed(partner, now());
    house
        .dialer()
        .connect(offer.address(), ConnectOptions.DEFAULT.onTheWordOf(partner.remote().address()))
        .subscribe(
            gained -> succeeded(partner, gained, given),
            failure -> failed(partner, offer, failure));
  }

  private void succeeded(PeerInfo partner, PeerConnection<M> gained, PeerId given) {
    clock.succeeded(now());
    // Whether it may go is asked again: it may be trusted since, or gone.
    house
        .roll()
        .find(given)
        .filter(one -> rules.mayBeGiven(given))
        .ifPresent(one -> one.disconnect(new DisconnectReason.PeerSwapped()).subscribe());
    PeerId newcomer = gained.info().peerId();
    lineage.brought(partner, newcomer);
    house.office().events().emit(new P2pEvent.SwapSucceeded(partner.peerId(), newcomer));
  }

  private void failed(PeerInfo partner, Offer offer, Throwable failure) {
    clock.failed();
    AttemptEnd end =
        failure instanceof AttemptFailedException known
            ? known.setback().end()
            : AttemptEnd.WITHDRAWN;
    house.office().events().emit(new P2pEvent.SwapFailed(partner.peerId(), offer.point(), end));
  }

  /** The time, with nothing remembered that is of no use any more. */
  private Instant refresh() {
    Instant now = now();
    lineage.retain(house.roll().infos().stream().map(PeerInfo::peerId).toList(), now);
    return now;
  }

  private Instant now() {
    return house.office().clock().instant();
  }

  private <T> Optional<T> any(List<T> some) {
    return some.isEmpty()
        ? Optional.empty()
        : Optional.of(some.get(house.office().random().nextInt(some.size())));
  }

  /** Only peers that can be dialled are ever given. */
  private static Offer offerOf(PeerInfo info) {
    return new Offer(info.idPoint().point().orElseThrow(), info.peerId());
  }
}
