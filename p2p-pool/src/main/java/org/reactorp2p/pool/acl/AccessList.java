/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * Bans, trust and the greylist, and what follows from all three for somebody. A ban is stronger
 * than trust, and trust stronger than the greylist, whoever put it there. Acts on nobody: see
 * {@code connect.Warden}. Confined to the decisions' thread, but for {@link #isBanned}.
 */
public final class AccessList {

  /** How many bans there may be. */
  public static final int MAX_BANS = 10_000;

  /** How many trusted points and peers there may be. */
  public static final int MAX_TRUSTED = 1_000;

  private final GreylistConfig config;
  private final InstantSource clock;
  private final BanTable bans = new BanTable(MAX_BANS);
  private final TrustTable trust = new TrustTable(MAX_TRUSTED);
  private final Greylists greylist;

  /**
   * @param clock must not jump: a greylist that minds the wall clock is too long or too short after
   *     somebody sets it
   */
  public AccessList(GreylistConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.greylist = new Greylists(config);
  }

  // ---- what follows ----

  /**
   * Whoever comes from there, before anything is known of them. One on the greylist counts as a
   * stranger where somebody we trust lives too: it has to show who it is.
   */
  public Reputation at(InetAddress from) {
    Instant now = clock.instant();
    if (bans.on(from, now).isPresent()) {
      return Reputation.BANNED;
    }
    AddressBlock household = AddressBlock.household(from);
    boolean out = greylist.includes(from, now) && !trust.liveIn(household);
    return out ? Reputation.GREYLISTED : Reputation.STRANGER;
  }

  /** Whether this peer is banned, whoever says that it is this peer. Any thread. */
  public boolean isBanned(PeerId claimed) {
    return bans.on(claimed, clock.instant()).isPresent();
  }

  /**
   * A peer that proved who it is.
   *
   * @param place where it is to be dialled, or says so
   */
  public Reputation of(PeerId peer, InetAddress from, Optional<Point> place) {
    Instant now = clock.instant();
    if (bans.on(peer, now).isPresent() || bans.on(from, now).isPresent()) {
      return Reputation.BANNED;
    }
    if (place.flatMap(this::expectedAt).filter(expected -> !expected.equals(peer)).isPresent()) {
      return Reputation.IMPOSTOR;
    }
    if (isTrusted(peer, place)) {
      return Reputation.TRUSTED;
    }
    return greylist.includes(from, now) || greylist.includes(peer, now)
        ? Reputation.GREYLISTED
        : Reputation.STRANGER;
  }

  /**
   * A point that we may dial.
   *
   * @param expected who must answer there, if the caller knows
   */
  public Reputation of(Point point, Optional<PeerId> expected) {
    Instant now = clock.instant();
    InetAddress address = point.address();
    Optional<PeerId> likely = expected.or(() -> expectedAt(point));
    if (bans.on(address, now).isPresent() || likely.flatMap(id -> bans.on(id, now)).isPresent()) {
      return Reputation.BANNED;
    }
    boolean trusted =
        likely
            .map(id -> isTrusted(id, Optional.of(point)))
            .orElseGet(() -> trust.place(point).isPresent());
    if (trusted) {
      return Reputation.TRUSTED;
    }
    return greylist.includes(address, now)
            || likely.filter(id -> greylist.includes(id, now)).isPresent()
        ? Reputation.GREYLISTED
        : Reputation.STRANGER;
  }

  /** Who must be there, if we trust the point because of that peer. */
  public Optional<PeerId> expectedAt(Point point) {
    return trust.place(point).flatMap(Trustee.Place::expected);
  }

  /** Whether we trust the peer, be it because of where it is to be dialled. */
  public boolean isTrusted(PeerId peer, Optional<Point> place) {
    return trust.includes(peer) || place.filter(at -> trust.includes(at, peer)).isPresent();
  }

  /** Whether we trust whoever is to be dialled there, or the one who is expected. */
  public boolean isTrusted(Point place) {
    return trust.place(place).isPresent();
  }

  /** All that we trust. */
  public List<Trustee> trusted() {
    return trust.all();
  }

  // ---- what somebody asks for ----

  /**
   * Adds a ban, in place of one about the same subject.
   *
   * @throws ListFullException if there are {@link #MAX_BANS}
   */
  public void ban(Ban ban) {
    bans.add(ban, clock.instant());
  }

  /**
   * Lifts the ban, and the greylisting, of exactly this subject.
   *
   * @return whether there was one
   */
  public boolean unban(Subject subject) {
    boolean banned = bans.remove(subject);
    return greylist.remove(subject, clock.instant()) || banned;
  }

  /**
   * Trusts from now on, in place of an earlier word on the same point or peer.
   *
   * @throws ListFullException if there are {@link #MAX_TRUSTED}
   */
  public void trust(Trustee trustee) {
    trust.add(trustee);
  }

  /** Whether there was trust in this point, whatever peer was expected there, or in this peer. */
  public boolean untrust(Trustee trustee) {
    return trust.remove(trustee);
  }

  /**
   * Greylists by hand; an address stands for its household.
   *
   * @param time at most {@link GreylistConfig#LONGEST}
   * @return the entry
   * @throws IllegalArgumentException for a block that is none household, or a time out of range
   */
  public Greylisting greylist(Subject subject, Duration time) {
    GreylistConfig.requireTime(time);
    return greylist.add(subject, Optional.empty(), clock.instant(), time);
  }

  /** Empties the greylist; bans and trust stay. How many entries there were. */
  public int clear() {
    return greylist.clear(clock.instant());
  }

  // ---- what happens by itself ----

  /**
   * Greylists whoever the offence's row names, unless it is one that we trust: a trusted peer, or
   * whoever answered where we dialled a trusted point.
   *
   * @return the new entries
   */
  public List<Greylisting> charge(Offence offence, Suspect suspect) {
    List<Greylisting> entries = new ArrayList<>();
    if (isTrusted(suspect)) {
      return entries;
    }
    Penalty penalty = offence.penalty();
    Optional<PeerId> proven = suspect.proven();
    if (penalty.meetsAddress() && !config.addressTime().isZero()) {
      entries.add(enter(Greylists.householdOf(suspect.from()), offence, config.addressTime()));
    }
    if (penalty.meetsPeer() && proven.isPresent() && !config.peerTime().isZero()) {
      entries.add(enter(Subject.of(proven.get()), offence, config.peerTime()));
    }
    return entries;
  }

  private boolean isTrusted(Suspect suspect) {
    return suspect
        .proven()
        .map(peer -> isTrusted(peer, suspect.place()))
        .orElseGet(() -> suspect.place().flatMap(trust::place).isPresent());
  }

  /** A peer is connected from there; remembered if we trust it, for {@link #at}. */
  public void sighted(PeerId peer, InetAddress at) {
    trust.sighted(peer, at);
  }

  private Greylisting enter(Subject subject, Offence offence, Duration time) {
    return greylist.add(subject, Optional.of(offence), clock.instant(), time);
  }

  // ---- to be kept ----

  /** The lists as they are now. */
  public AccessSnapshot snapshot() {
    Instant now = clock.instant();
    return new AccessSnapshot(bans.all(now), trust.all(), greylist.all(now));
  }

  /**
   * Adds what was kept, as far as it still holds and there is room. Nobody stays longer on the
   * greylist than the longest time from now, whatever was kept says.
   */
  public void restore(AccessSnapshot kept) {
    Instant now = clock.instant();
    kept.bans().stream().filter(ban -> ban.holdsAt(now)).limit(MAX_BANS).forEach(this::ban);
    kept.trusted().stream().limit(MAX_TRUSTED).forEach(this::trust);
    kept.greylist().forEach(entry -> greylist.restore(entry, now));
  }
}
