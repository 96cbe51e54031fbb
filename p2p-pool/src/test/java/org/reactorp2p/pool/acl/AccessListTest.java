/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.NumericAddress;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

class AccessListTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final PeerId ALICE = id(1);
  private static final PeerId BOB = id(2);
  private static final Point AT = Point.parse("192.0.2.7:9732");
  private static final InetAddress THERE = AT.address();
  private static final InetAddress ELSEWHERE = NumericAddress.parse("198.51.100.1");
  private static final Duration BRIEF = GreylistConfig.DEFAULT.addressTime();

  private Instant now = START;
  private final AccessList list = new AccessList(GreylistConfig.DEFAULT, () -> now);

  @Test
  void a_banned_id_is_known_on_any_thread_and_only_while_the_ban_holds() throws Exception {
    PeerId peer = PeerId.of(new byte[PeerId.LENGTH]);
    var clock = new AtomicReference<>(Instant.EPOCH);
    var list = new AccessList(GreylistConfig.DEFAULT, clock::get);
    Instant end = Instant.EPOCH.plusSeconds(10);
    list.ban(new Ban(Subject.of(peer), "loud", "me", Instant.EPOCH, Optional.of(end)));
    assertThat(CompletableFuture.supplyAsync(() -> list.isBanned(peer)).get()).isTrue();
    clock.set(end);
    assertThat(list.isBanned(peer)).isFalse();
    clock.set(Instant.EPOCH);
    list.unban(Subject.of(peer));
    assertThat(list.isBanned(peer)).isFalse();
  }

  @Test
  void nobody_is_anything_at_first() {
    assertThat(list.at(THERE)).isEqualTo(Reputation.STRANGER);
    assertThat(list.of(ALICE, THERE, Optional.of(AT))).isEqualTo(Reputation.STRANGER);
    assertThat(list.of(AT, Optional.of(ALICE))).isEqualTo(Reputation.STRANGER);
  }

  @Test
  void a_banned_block_is_banned_whoever_comes_from_there() {
    list.ban(ban("192.0.2.0/24"));
    list.trust(Trustee.of(AT));
    list.trust(Trustee.of(ALICE));
    assertThat(list.at(THERE)).isEqualTo(Reputation.BANNED);
    assertThat(list.of(ALICE, THERE, Optional.of(AT))).isEqualTo(Reputation.BANNED);
    assertThat(list.of(AT, Optional.empty())).isEqualTo(Reputation.BANNED);
    assertThat(list.of(ALICE, ELSEWHERE, Optional.empty())).isEqualTo(Reputation.TRUSTED);
  }

  @Test
  void a_banned_peer_is_banned_wherever_it_is_and_its_neighbours_are_not() {
    list.ban(ban(ALICE.toString()));
    assertThat(list.of(ALICE, ELSEWHERE, Optional.empty())).isEqualTo(Reputation.BANNED);
    assertThat(list.of(AT, Optional.of(ALICE))).isEqualTo(Reputation.BANNED);
    assertThat(list.at(THERE)).isEqualTo(Reputation.STRANGER);
    assertThat(list.of(BOB, THERE, Optional.of(AT))).isEqualTo(Reputation.STRANGER);
  }

  @Test
  void a_ban_ends_on_the_dot() {
    Instant end = START.plusSeconds(60);
    list.ban(new Ban(Subject.of(THERE), "test", "me", START, Optional.of(end)));
    now = end.minusNanos(1);
    assertThat(list.at(THERE)).isEqualTo(Reputation.BANNED);
    now = end;
    assertThat(list.at(THERE)).isEqualTo(Reputation.STRANGER);
    assertThat(list.snapshot().bans()).isEmpty();
  }

  @Test
  void only_the_very_ban_is_lifted_and_another_that_holds_the_address_stays() {
    list.ban(ban("192.0.2.0/24"));
    list.ban(ban("192.0.2.7"));
    assertThat(list.unban(Subject.parse("192.0.2.7"))).isTrue();
    assertThat(list.unban(Subject.parse("192.0.2.7"))).isFalse();
    assertThat(list.at(THERE)).isEqualTo(Reputation.BANNED);
    assertThat(list.unban(Subject.parse("192.0.2.0/24"))).isTrue();
    assertThat(list.at(THERE)).isEqualTo(Reputation.STRANGER);
  }

  @Test
  void bans_are_bounded_and_those_that_ended_make_room() {
    for (int i = 0; i < AccessList.MAX_BANS; i++) {
      Optional<Instant> end = i == 0 ? Optional.of(START.plusSeconds(1)) : Optional.empty();
      list.ban(new Ban(Subject.of(id(1000 + i)), "", "", START, end));
    }
    assertThatThrownBy(() -> list.ban(ban("192.0.2.7"))).isInstanceOf(ListFullException.class);
    now = START.plusSeconds(1);
    list.ban(ban("192.0.2.7"));
    assertThat(list.at(THERE)).isEqualTo(Reputation.BANNED);
  }

  @Test
  void an_offence_before_the_peer_is_proven_costs_its_address_minutes() {
    assertThat(charge(Offence.UNDECIPHERABLE_METADATA, THERE, Optional.empty()))
        .extracting(Greylisting::subject)
        .containsExactly(Subject.of(THERE));
    assertThat(list.at(THERE)).isEqualTo(Reputation.GREYLISTED);
    now = START.plus(BRIEF).minusNanos(1);
    assertThat(list.at(THERE)).isEqualTo(Reputation.GREYLISTED);
    now = START.plus(BRIEF);
    assertThat(list.at(THERE)).isEqualTo(Reputation.STRANGER);
  }

  @Test
  void an_offence_under_its_own_key_costs_the_peer_a_day() {
    charge(Offence.MALFORMED_MESSAGE, THERE, Optional.of(ALICE));
    now = START.plus(BRIEF);
    assertThat(list.at(THERE)).isEqualTo(Reputation.STRANGER);
    assertThat(list.of(ALICE, ELSEWHERE, Optional.empty())).isEqualTo(Reputation.GREYLISTED);
    assertThat(list.of(AT, Optional.of(ALICE))).isEqualTo(Reputation.GREYLISTED);
    now = START.plus(Duration.ofDays(1));
    assertThat(list.of(ALICE, ELSEWHERE, Optional.empty())).isEqualTo(Reputation.STRANGER);
  }

  @Test
  void P_11_what_is_no_offence_greylists_nobody() {
    for (Offence row : Offence.values()) {
      if (row.penalty() == Penalty.NONE) {
        assertThat(charge(row, THERE, Optional.of(ALICE))).isEmpty();
      }
    }
    assertThat(list.snapshot().greylist()).isEmpty();
  }

  @Test
  void an_IPv6_64_pays_as_one() {
    InetAddress one = NumericAddress.parse("2001:db8::1");
    charge(Offence.WEAK_KEY, one, Optional.empty());
    assertThat(list.at(NumericAddress.parse("2001:db8::ffff:1"))).isEqualTo(Reputation.GREYLISTED);
    assertThat(list.at(NumericAddress.parse("2001:db8:0:1::1"))).isEqualTo(Reputation.STRANGER);
  }

  @Test
  void a_trusted_peer_is_never_greylisted_by_itself() {
    list.trust(Trustee.of(ALICE));
    assertThat(charge(Offence.MALFORMED_MESSAGE, THERE, Optional.of(ALICE))).isEmpty();
  }

  @Test
  void what_goes_wrong_where_we_dialled_a_trusted_point_greylists_nobody() {
    list.trust(Trustee.of(AT));
    var unproven = new Suspect(THERE, Optional.empty(), Optional.of(AT));
    assertThat(list.charge(Offence.UNDECIPHERABLE_METADATA, unproven)).isEmpty();
    var proven = new Suspect(THERE, Optional.of(ALICE), Optional.of(AT));
    assertThat(list.charge(Offence.MALFORMED_MESSAGE, proven)).isEmpty();
  }

  @Test
  void P_10_where_a_trusted_one_lives_a_neighbour_cannot_shut_the_door() {
    list.trust(Trustee.of(ALICE));
    list.sighted(ALICE, THERE);
    charge(Offence.GREETING_LENGTH, THERE, Optional.empty());
    assertThat(list.at(THERE)).as("it has to show who it is").isEqualTo(Reputation.STRANGER);
    assertThat(list.of(ALICE, THERE, Optional.empty())).isEqualTo(Reputation.TRUSTED);
    assertThat(list.of(BOB, THERE, Optional.empty())).isEqualTo(Reputation.GREYLISTED);
  }

  @Test
  void a_trusted_point_is_dialled_and_met_though_its_address_is_greylisted() {
    list.trust(Trustee.of(AT));
    charge(Offence.WEAK_KEY, THERE, Optional.empty());
    assertThat(list.of(AT, Optional.empty())).isEqualTo(Reputation.TRUSTED);
    assertThat(list.at(THERE)).isEqualTo(Reputation.STRANGER);
    assertThat(list.of(BOB, THERE, Optional.of(AT))).isEqualTo(Reputation.TRUSTED);
    Point other = new Point(THERE, 1);
    assertThat(list.of(other, Optional.empty())).isEqualTo(Reputation.GREYLISTED);
  }

  @Test
  void a_place_with_an_expected_peer_is_trusted_with_that_one_alone() {
    list.trust(Trustee.parse(AT + "#" + ALICE));
    assertThat(list.of(ALICE, THERE, Optional.of(AT))).isEqualTo(Reputation.TRUSTED);
    assertThat(list.of(BOB, THERE, Optional.of(AT))).isEqualTo(Reputation.IMPOSTOR);
    assertThat(list.of(AT, Optional.of(BOB))).isEqualTo(Reputation.STRANGER);
    assertThat(list.of(AT, Optional.empty())).isEqualTo(Reputation.TRUSTED);
    assertThat(list.of(ALICE, ELSEWHERE, Optional.empty())).isEqualTo(Reputation.STRANGER);
  }

  @Test
  void trust_ends_and_is_bounded() {
    for (int i = 0; i < AccessList.MAX_TRUSTED; i++) {
      list.trust(Trustee.of(id(i)));
    }
    list.trust(Trustee.of(id(7)));
    assertThatThrownBy(() -> list.trust(Trustee.of(AT))).isInstanceOf(ListFullException.class);
    assertThat(list.untrust(Trustee.of(id(7)))).isTrue();
    assertThat(list.untrust(Trustee.of(id(7)))).isFalse();
    list.trust(Trustee.of(AT));
  }

  @Test
  void clearing_empties_the_greylist_alone() {
    list.ban(ban("192.0.2.7"));
    list.trust(Trustee.of(ALICE));
    list.greylist(Subject.of(ELSEWHERE), Duration.ofHours(1));
    list.greylist(Subject.of(BOB), Duration.ofHours(1));
    assertThat(list.clear()).isEqualTo(2);
    assertThat(list.snapshot())
        .isEqualTo(
            new AccessSnapshot(List.of(ban("192.0.2.7")), List.of(Trustee.of(ALICE)), List.of()));
  }

  @Test
  void a_wide_block_is_banned_and_not_greylisted() {
    assertThatThrownBy(() -> list.greylist(Subject.parse("10.0.0.0/8"), BRIEF))
        .hasMessageContaining("ban it instead");
    assertThatThrownBy(() -> list.greylist(Subject.of(ALICE), Duration.ofDays(366)))
        .hasMessageContaining("365 days");
    assertThat(list.unban(Subject.parse("10.0.0.0/8"))).isFalse();
  }

  @Test
  void what_was_kept_is_restored_as_far_as_it_still_holds() {
    list.ban(ban("192.0.2.0/24"));
    list.ban(new Ban(Subject.of(BOB), "", "", START, Optional.of(START.plusSeconds(5))));
    list.trust(Trustee.of(ALICE));
    list.greylist(Subject.of(ELSEWHERE), Duration.ofSeconds(5));
    list.greylist(Subject.of(id(9)), Duration.ofSeconds(50));
    AccessSnapshot kept = list.snapshot();

    now = START.plusSeconds(5);
    var later = new AccessList(GreylistConfig.DEFAULT, () -> now);
    later.restore(kept);
    assertThat(later.snapshot().bans()).containsExactly(ban("192.0.2.0/24"));
    assertThat(later.snapshot().trusted()).containsExactly(Trustee.of(ALICE));
    assertThat(later.snapshot().greylist())
        .extracting(Greylisting::subject)
        .containsExactly(Subject.of(id(9)));
  }

  @Test
  void C_02_dates_in_the_far_future_are_clamped() {
    var absurd = new Greylisting(Subject.of(ALICE), Optional.empty(), Instant.MAX, Instant.MAX);
    list.restore(new AccessSnapshot(List.of(), List.of(), List.of(absurd)));
    Greylisting clamped = list.snapshot().greylist().get(0);
    assertThat(clamped.since()).isEqualTo(START);
    assertThat(clamped.until()).isEqualTo(START.plus(GreylistConfig.LONGEST));
  }

  private List<Greylisting> charge(Offence row, InetAddress from, Optional<PeerId> proven) {
    return list.charge(row, new Suspect(from, proven, Optional.empty()));
  }

  private static Ban ban(String subject) {
    return new Ban(Subject.parse(subject), "test", "me", START, Optional.empty());
  }

  private static PeerId id(int number) {
    var bytes = new byte[PeerId.LENGTH];
    bytes[0] = (byte) (number >> 16);
    bytes[1] = (byte) (number >> 8);
    bytes[2] = (byte) number;
    return PeerId.of(bytes);
  }
}
