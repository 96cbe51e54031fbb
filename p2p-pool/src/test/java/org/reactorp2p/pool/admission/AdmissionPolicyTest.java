/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactorp2p.core.model.Direction.INBOUND;
import static org.reactorp2p.core.model.Direction.OUTBOUND;

import java.net.InetAddress;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.NumericAddress;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.BlockCounts;
import org.reactorp2p.pool.acl.Reputation;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.admission.AdmissionPolicy.Rival;
import org.reactorp2p.pool.admission.AdmissionPolicy.Situation;
import org.reactorp2p.pool.event.Refusal;
import org.reactorp2p.pool.peer.Stage;

class AdmissionPolicyTest {

  private static final PeerId SMALL = id(1);
  private static final PeerId MIDDLE = id(2);
  private static final PeerId GREAT = id(3);

  private static final Verdict ADMIT = new Verdict.Admit();
  private static final Verdict WAIT = new Verdict.Wait();
  private static final Verdict DISPLACE = new Verdict.Displace();
  private static final Verdict ALREADY = new Verdict.Refuse(Refusal.ALREADY_CONNECTED);
  private static final Verdict TOO_MANY = new Verdict.Refuse(Refusal.NO_PLACE);

  private static final Stage GREETING = new Stage.Greeting();

  private final AdmissionPolicy policy =
      policy(Visitors.EVERYBODY, new Places(3, 0, AddressLimits.NONE));

  @Test
  void a_stranger_is_admitted_while_there_is_room_and_not_one_longer() {
    assertThat(policy.judge(alone(GREAT, INBOUND, 2))).isEqualTo(ADMIT);
    assertThat(policy.judge(alone(GREAT, INBOUND, 3))).isEqualTo(TOO_MANY);
    assertThat(policy.judge(alone(GREAT, OUTBOUND, 3))).isEqualTo(TOO_MANY);
  }

  @Test
  void a_peer_that_is_connected_is_refused_whoever_dialled() {
    for (Direction then : Direction.values()) {
      for (Direction now : Direction.values()) {
        for (PeerId peer : new PeerId[] {SMALL, GREAT}) {
          assertThat(judge(peer, now, then, new Stage.Running(peer))).isEqualTo(ALREADY);
        }
      }
    }
  }

  @Test
  void of_two_attempts_in_the_same_direction_the_first_counts() {
    for (Direction both : Direction.values()) {
      assertThat(judge(GREAT, both, both, new Stage.Accepted(GREAT))).isEqualTo(ALREADY);
      assertThat(judge(SMALL, both, both, new Stage.Accepted(SMALL))).isEqualTo(ALREADY);
    }
  }

  @Test
  void the_smaller_id_takes_the_greaters_dial_and_gives_up_its_own() {
    assertThat(judge(GREAT, INBOUND, OUTBOUND, GREETING)).isEqualTo(ADMIT);
    assertThat(judge(GREAT, INBOUND, OUTBOUND, new Stage.Accepted(GREAT))).isEqualTo(DISPLACE);
    assertThat(judge(GREAT, OUTBOUND, INBOUND, new Stage.Accepted(GREAT))).isEqualTo(ALREADY);
  }

  @Test
  void the_greater_id_waits_how_the_other_attempt_ends() {
    assertThat(judge(SMALL, INBOUND, OUTBOUND, GREETING)).isEqualTo(WAIT);
    assertThat(judge(SMALL, INBOUND, OUTBOUND, new Stage.Accepted(SMALL))).isEqualTo(WAIT);
    assertThat(judge(SMALL, OUTBOUND, INBOUND, new Stage.Accepted(SMALL))).isEqualTo(WAIT);
  }

  @Test
  void a_dial_that_has_no_link_yet_is_not_waited_for() {
    var requested = new Stage.Requested();
    assertThat(judge(SMALL, INBOUND, OUTBOUND, requested)).isEqualTo(DISPLACE);
    assertThat(judge(GREAT, INBOUND, OUTBOUND, requested)).isEqualTo(ADMIT);
    for (PeerId peer : new PeerId[] {SMALL, GREAT}) {
      var full = beside(peer, INBOUND, 3, new Rival(OUTBOUND, requested));
      assertThat(policy.judge(full)).isEqualTo(TOO_MANY);
    }
  }

  @Test
  void an_attempt_that_takes_the_place_of_another_needs_no_further_place() {
    var full = beside(GREAT, INBOUND, 3, new Rival(OUTBOUND, new Stage.Accepted(GREAT)));
    assertThat(policy.judge(full)).isEqualTo(DISPLACE);
  }

  @ParameterizedTest
  @CsvSource({
    "BANNED, EVERYBODY, BANNED",
    "GREYLISTED, EVERYBODY, BANNED",
    "IMPOSTOR, EVERYBODY, UNEXPECTED_PEER",
    "STRANGER, TRUSTED_ONLY, PRIVATE_MODE",
    "BANNED, TRUSTED_ONLY, BANNED"
  })
  void whoever_is_to_stay_outside_learns_neither_why_nor_how_full_we_are(
      Reputation reputation, Visitors visitors, Objection objection) {
    AdmissionPolicy full = policy(visitors, new Places(1, 0, AddressLimits.NONE));
    var candidacy = new Candidacy(GREAT, INBOUND, at("192.0.2.1"), reputation);
    var running = new Rival(INBOUND, new Stage.Running(GREAT));
    assertThat(full.judge(new Situation(candidacy, taken(1), Optional.of(running))))
        .isEqualTo(new Verdict.Drop(objection));
  }

  @Test
  void a_trusted_one_is_admitted_in_private_mode() {
    AdmissionPolicy closed = policy(Visitors.TRUSTED_ONLY, new Places(1, 0, AddressLimits.NONE));
    var candidacy = new Candidacy(GREAT, INBOUND, at("192.0.2.1"), Reputation.TRUSTED);
    assertThat(closed.judge(new Situation(candidacy, taken(0), Optional.empty()))).isEqualTo(ADMIT);
  }

  @Test
  void a_limit_that_lets_nobody_in_is_refused() {
    assertThatThrownBy(() -> new Places(0, 0, AddressLimits.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  private Verdict judge(PeerId peer, Direction direction, Direction rivals, Stage stage) {
    return policy.judge(beside(peer, direction, 1, new Rival(rivals, stage)));
  }

  private static Situation alone(PeerId peer, Direction direction, int admitted) {
    return new Situation(stranger(peer, direction), taken(admitted), Optional.empty());
  }

  private static Situation beside(PeerId peer, Direction direction, int admitted, Rival rival) {
    return new Situation(stranger(peer, direction), taken(admitted), Optional.of(rival));
  }

  private static AdmissionPolicy policy(Visitors visitors, Places places) {
    return new AdmissionPolicy(MIDDLE, visitors, places);
  }

  private static Candidacy stranger(PeerId peer, Direction direction) {
    return new Candidacy(peer, direction, at("192.0.2.1"), Reputation.STRANGER);
  }

  private static Occupancy taken(int places) {
    return new Occupancy(
        places, BlockCounts.of(Collections.nCopies(places, at("198.51.100.1"))), 0);
  }

  private static InetAddress at(String address) {
    return NumericAddress.parse(address);
  }

  private static PeerId id(int first) {
    var bytes = new byte[PeerId.LENGTH];
    bytes[0] = (byte) first;
    return PeerId.of(bytes);
  }
}
