/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Greylisting;
import org.reactorp2p.pool.acl.Reputation;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.admission.AdmissionPolicy;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.Passage;
import reactor.core.publisher.Mono;

/**
 * Changes the lists, and sees to it that nobody stays whom they keep out. What is Running when one
 * of these Monos completes is what the lists allow: connections that they do not are over by then,
 * and attempts that are under way are judged again before they run.
 *
 * <p>The Monos are cold and complete on the decisions' thread. Any thread may subscribe.
 *
 * @param <M> the application's messages
 */
public final class Warden<M> {

  private final Office office;
  private final AdmissionPolicy policy;
  private final ConnectionRoll<M> roll;

  public Warden(Office office, AdmissionPolicy policy, ConnectionRoll<M> roll) {
    this.office = office;
    this.policy = policy;
    this.roll = roll;
  }

  /** Bans, and ends what goes on with whom it is about. */
  public Mono<Void> ban(Subject subject, BanTerms terms) {
    return changing(
        () -> {
          Ban ban = terms.on(subject, office.clock().instant());
          office.access().ban(ban);
          office.events().emit(new P2pEvent.Banned(ban));
          withdraw(passage -> isAbout(subject, passage));
          DisconnectReason reason =
              subject instanceof Subject.Peer
                  ? new DisconnectReason.PeerBanned()
                  : new DisconnectReason.AddressBanned();
          return disconnect(reason, info -> isAbout(subject, info));
        });
  }

  /** Lifts the ban and the greylisting of exactly this subject; emits whether there was one. */
  public Mono<Boolean> unban(Subject subject) {
    return asking(
        () -> {
          boolean held = office.access().unban(subject);
          if (held) {
            office.events().emit(new P2pEvent.Unbanned(subject));
          }
          return held;
        });
  }

  /** Trusts; ends a connection with another peer than the one that is expected at that point. */
  public Mono<Void> trust(Trustee trustee) {
    return changing(
        () -> {
          office.access().trust(trustee);
          office.events().emit(new P2pEvent.Trusted(trustee));
          roll.infos().forEach(this::sighted);
          return disconnect(
              new DisconnectReason.UnexpectedPeer(),
              info -> reputation(info) == Reputation.IMPOSTOR);
        });
  }

  /**
   * Trusts no more; in private mode ends what goes on with whom nothing else makes trusted. Emits
   * whether there was trust.
   */
  public Mono<Boolean> untrust(Trustee trustee) {
    return Mono.defer(
            () ->
                office.access().untrust(trustee)
                    ? withoutTrust(trustee).thenReturn(true)
                    : Mono.just(false))
        .subscribeOn(office.decisions());
  }

  private Mono<Void> withoutTrust(Trustee trustee) {
    office.events().emit(new P2pEvent.Untrusted(trustee));
    return disconnect(
        new DisconnectReason.NotTrusted(),
        info ->
            policy.objection(reputation(info)).filter(Objection.PRIVATE_MODE::equals).isPresent());
  }

  /**
   * Greylists, and ends what goes on with whom it is about, unless we trust them.
   *
   * @return fails with an {@link IllegalArgumentException} for a peer that we trust by its id, a
   *     block that is too wide, or a time out of range
   */
  public Mono<Void> greylist(Subject subject, Duration time) {
    return changing(
        () -> {
          requireNotTrusted(subject);
          Greylisting entry = office.access().greylist(subject, time);
          office.events().emit(new P2pEvent.Greylisted(entry));
          withdraw(passage -> isAbout(entry.subject(), passage) && isGreylisted(passage));
          return disconnect(
              new DisconnectReason.Greylisted(),
              info -> isAbout(entry.subject(), info) && reputation(info) == Reputation.GREYLISTED);
        });
  }

  private void requireNotTrusted(Subject subject) {
    if (subject instanceof Subject.Peer peer
        && office.access().isTrusted(peer.id(), Optional.empty())) {
      throw new IllegalArgumentException(
          subject + " is trusted, which is stronger than the greylist: distrust it first");
    }
  }

  /** Empties the greylist; emits how many entries there were. */
  public Mono<Integer> clear() {
    return asking(
        () -> {
          int entries = office.access().clear();
          office.events().emit(new P2pEvent.GreylistCleared(entries));
          return entries;
        });
  }

  /** The lists as they are. */
  public Mono<AccessSnapshot> snapshot() {
    return asking(office.access()::snapshot);
  }

  /** Adds what was kept of the lists; ends no connection, so to be called before there are any. */
  public Mono<Void> restore(AccessSnapshot kept) {
    return asking(
            () -> {
              office.access().restore(kept);
              return kept;
            })
        .then();
  }

  // ---- the decisions' thread ----

  /** A peer is connected: the door remembers where those live whom we trust. */
  void sighted(PeerInfo info) {
    office.access().sighted(info.peerId(), info.remote().address());
  }

  private Reputation reputation(PeerInfo info) {
    return office.access().of(info.peerId(), info.remote().address(), info.idPoint().point());
  }

  private boolean isGreylisted(Passage passage) {
    Reputation reputation =
        switch (passage.direction()) {
          case INBOUND -> office.access().at(passage.remote().address());
          case OUTBOUND -> office.access().of(passage.remote(), passage.expected());
        };
    return reputation == Reputation.GREYLISTED;
  }

  private static boolean isAbout(Subject subject, PeerInfo info) {
    return subject instanceof Subject.Addresses some
        ? some.block().contains(info.remote().address())
        : ((Subject.Peer) subject).id().equals(info.peerId());
  }

  private static boolean isAbout(Subject subject, Passage passage) {
    return subject instanceof Subject.Addresses some
        ? some.block().contains(passage.remote().address())
        : passage
            .peer()
            .or(passage::expected)
            .filter(((Subject.Peer) subject).id()::equals)
            .isPresent();
  }

  private void withdraw(Predicate<Passage> which) {
    office.passages().all().stream().filter(which).forEach(office::withdraw);
  }

  /** Completes when these connections are over, and the table has forgotten them. */
  private Mono<Void> disconnect(DisconnectReason reason, Predicate<PeerInfo> which) {
    List<PeerConnection<M>> leaving =
        roll.all().stream().filter(connection -> which.test(connection.info())).toList();
    List<Mono<Void>> ends = leaving.stream().flatMap(this::over).toList();
    leaving.forEach(connection -> connection.disconnect(reason));
    return Mono.when(ends);
  }

  private Stream<Mono<Void>> over(PeerConnection<M> connection) {
    return office.passages().holder(connection.info().peerId()).map(Passage::over).stream();
  }

  private Mono<Void> changing(Supplier<Mono<Void>> change) {
    return Mono.defer(change).subscribeOn(office.decisions());
  }

  private <T> Mono<T> asking(Supplier<T> question) {
    return Mono.fromSupplier(question).subscribeOn(office.decisions());
  }
}
