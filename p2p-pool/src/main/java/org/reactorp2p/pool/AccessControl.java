/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Duration;
import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.connect.Warden;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Whom to keep out and whom to trust. A ban is stronger than trust, and trust stronger than the
 * greylist.
 *
 * <p>Each change has taken effect when its Mono completes: a connection that is not allowed any
 * more is over, with its reason told, and none that is not allowed can come about. Cold; any thread
 * may subscribe; completes on a thread of the delivery scheduler, which may block. May be used
 * before the network starts.
 */
public final class AccessControl {

  private final Warden<?> warden;
  private final Scheduler delivery;

  AccessControl(Warden<?> warden, Scheduler delivery) {
    this.warden = warden;
    this.delivery = delivery;
  }

  /**
   * Bans a peer, an address or a block of addresses, in place of an earlier ban of the same, and
   * ends what goes on with them, whoever trusts them.
   *
   * @return fails with a {@link org.reactorp2p.pool.acl.ListFullException} when there are as many
   *     bans as may be
   */
  public Mono<Void> ban(Subject subject, BanTerms terms) {
    return warden.ban(subject, terms).publishOn(delivery);
  }

  /**
   * Lifts the ban of exactly this subject, and takes it off the greylist. Another ban that holds
   * the same address stays.
   *
   * @return whether there was anything to lift
   */
  public Mono<Boolean> unban(Subject subject) {
    return warden.unban(subject).publishOn(delivery);
  }

  /**
   * Trusts a peer or a point, in place of an earlier word on the same. Lifts no ban, and leaves the
   * greylist as it is, which does not hold for them any more. A connection with another peer than
   * the one that is expected at the point is ended.
   *
   * @return fails with a {@link org.reactorp2p.pool.acl.ListFullException} when as many are trusted
   *     as may be
   */
  public Mono<Void> trust(Trustee trustee) {
    return warden.trust(trustee).publishOn(delivery);
  }

  /**
   * Trusts a peer or a point no more, whatever peer was expected there. In private mode ends the
   * connections that nothing else allows.
   *
   * @return whether there was trust
   */
  public Mono<Boolean> untrust(Trustee trustee) {
    return warden.untrust(trustee).publishOn(delivery);
  }

  /**
   * Greylists a peer, or an address, which stands for its IPv6 /64, and ends what goes on with
   * them, but for those we trust. It does not matter whether the peer is connected.
   *
   * @param time at most a year; one that is greylisted for longer stays so
   * @return fails with an {@link IllegalArgumentException} for a peer that is trusted by its id,
   *     for a block of addresses, and for a time out of range
   */
  public Mono<Void> greylist(Subject subject, Duration time) {
    return warden.greylist(subject, time).publishOn(delivery);
  }

  /**
   * Empties the greylist. Bans and trust stay, unlike with the original.
   *
   * @return how many entries there were
   */
  public Mono<Integer> clear() {
    return warden.clear().publishOn(delivery);
  }

  /** The bans, the trusted and the greylist, as they are now. */
  public Mono<AccessSnapshot> snapshot() {
    return warden.snapshot().publishOn(delivery);
  }
}
