/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.handshake.Breach;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.Loss;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.crypto.identity.PeerId;

class AttemptEndTest {

  @Test
  void every_fault_has_its_words() {
    PeerId peer = PeerId.of(new byte[PeerId.LENGTH]);
    for (Breach breach : Breach.values()) {
      assertThat(AttemptEnd.of(new Fault.Misbehaved(breach)).outcome()).isEqualTo(Outcome.FAILED);
    }
    for (Loss loss : Loss.values()) {
      assertThat(AttemptEnd.of(new Fault.Lost(loss)).motive()).isEqualTo(Words.of(loss));
    }
    for (Objection objection : Objection.values()) {
      assertThat(AttemptEnd.of(new Fault.Dropped(objection)).motive())
          .isEqualTo(Words.of(objection));
    }
    for (LinkException.Kind kind : LinkException.Kind.values()) {
      assertThat(AttemptEnd.unreachable(kind).motive()).isEqualTo(Words.of(kind));
    }
    assertThat(AttemptEnd.of(new Fault.WrongPeer(peer, peer)).motive()).isEqualTo("wrong_peer");
    assertThat(AttemptEnd.of(new Fault.Myself(peer)).motive()).isEqualTo("myself");
    assertThat(AttemptEnd.of(new Fault.NoCommonProtocol(NackMotive.UNKNOWN_CHAIN_NAME)))
        .isEqualTo(new AttemptEnd(Outcome.REJECTED, "unknown_chain_name"));
  }

  @Test
  void O_01_texts_and_codes_without_number_give_few_words() {
    Set<AttemptEnd> words =
        IntStream.rangeClosed(Short.MIN_VALUE, Short.MAX_VALUE)
            .mapToObj(code -> new NackMotive(code))
            .map(motive -> new Fault.RefusedByPeer(motive, List.of()))
            .map(AttemptEnd::of)
            .collect(Collectors.toSet());
    assertThat(words).hasSize(7);
    assertThat(AttemptEnd.of(new Fault.Mishap("any text \n at all")).motive()).isEqualTo("mishap");
  }

  @Test
  void all_are_different_and_no_other_can_be_made() {
    assertThat(AttemptEnd.all()).doesNotHaveDuplicates().hasSizeLessThan(60);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttemptEnd(Outcome.CONNECTED, "10.0.0.1"));
  }
}
