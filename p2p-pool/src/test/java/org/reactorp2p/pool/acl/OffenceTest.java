/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.handshake.Breach;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.Loss;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.handshake.Remedy;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.wire.Flaw;
import org.reactorp2p.crypto.identity.PeerId;

class OffenceTest {

  private static final PeerId SOMEBODY = PeerId.of(new byte[PeerId.LENGTH]);

  @ParameterizedTest
  @EnumSource(Breach.class)
  void H_12_a_breach_greylists_exactly_where_the_handshake_says_so(Breach breach) {
    Offence row = Offence.of(new Fault.Misbehaved(breach));
    assertThat(row.name()).isEqualTo(breach.name());
    assertThat(row.penalty() == Penalty.NONE).isEqualTo(breach.remedy() != Remedy.GREYLIST);
  }

  @ParameterizedTest
  @EnumSource(Breach.class)
  void H_12_no_id_pays_for_what_somebody_on_the_way_can_do(Breach breach) {
    assertThat(Offence.of(new Fault.Misbehaved(breach)).penalty().meetsPeer()).isFalse();
  }

  static Stream<Fault> harmless() {
    return Stream.of(
        new Fault.Lost(Loss.CLOSED_BY_PEER),
        new Fault.Lost(Loss.CUT),
        new Fault.Lost(Loss.TIMED_OUT),
        new Fault.Myself(SOMEBODY),
        new Fault.WrongPeer(SOMEBODY, SOMEBODY),
        new Fault.NoCommonProtocol(NackMotive.UNKNOWN_CHAIN_NAME),
        new Fault.Refused(NackMotive.ALREADY_CONNECTED),
        new Fault.RefusedByPeer(NackMotive.ALREADY_CONNECTED, List.of()),
        new Fault.Dropped(Objection.BANNED),
        new Fault.Mishap("test"));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void P_11_ordinary_failures_greylist_nobody(Fault fault) {
    assertThat(Offence.of(fault).penalty()).isEqualTo(Penalty.NONE);
  }

  @Test
  void only_nonsense_under_its_own_key_follows_a_peer_out_of_a_connection() {
    assertThat(Offence.of(new DisconnectReason.Malformed(Flaw.values()[0], 0)))
        .isEqualTo(Offence.MALFORMED_MESSAGE);
    assertThat(Offence.of(new DisconnectReason.Undecipherable())).isEqualTo(Offence.GARBLED_STREAM);
    assertThat(Offence.of(new DisconnectReason.FrameTooShort())).isEqualTo(Offence.GARBLED_STREAM);
    assertThat(Offence.of(new DisconnectReason.PeerClosed())).isEqualTo(Offence.ORDINARY_END);
    assertThat(Offence.of(new DisconnectReason.ConnectionLost("reset")))
        .isEqualTo(Offence.ORDINARY_END);
  }

  @Test
  void every_row_says_why() {
    assertThat(Arrays.stream(Offence.values()).map(Offence::why)).doesNotHaveDuplicates();
  }
}
