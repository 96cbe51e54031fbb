/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.transport.Link;
import reactor.core.publisher.Mono;

/** Nobody on the way can change a bit of a handshake and get away with it. */
class BitFlipTest {

  /** Connection message, metadata and Ack, as either side sends them here. */
  private static final int HANDSHAKE_BITS = 8 * (107 + 20 + 19);

  private static final int FIRST_ACK_BIT = 8 * (107 + 20);

  private enum Victim {
    LISTENER,
    DIALLER
  }

  @Test
  void H_08_every_flipped_bit_of_the_dialler_fails_at_the_listener() {
    for (int bit = 0; bit < HANDSHAKE_BITS; bit++) {
      fails(bit, Victim.LISTENER);
    }
  }

  @Test
  void H_08_every_flipped_bit_of_the_listener_fails_at_the_dialler() {
    for (int bit = 0; bit < HANDSHAKE_BITS; bit++) {
      fails(bit, Victim.DIALLER);
    }
  }

  private static void fails(int bit, Victim victim) {
    var stage = new Stage();
    List<Candidate> candidates = new ArrayList<>();
    Admission recording =
        candidate -> {
          candidates.add(candidate);
          return Mono.just(new Decision.Admit());
        };
    Link near = victim == Victim.LISTENER ? new FlippingLink(stage.near, bit) : stage.near;
    Link far = victim == Victim.DIALLER ? new FlippingLink(stage.far, bit) : stage.far;
    Outcome dialler =
        Stage.watch(
            stage.authenticator(1, Parties.CONFIG, recording).outbound(near, Optional.empty()));
    Outcome listener = Stage.watch(stage.authenticator(2, Parties.CONFIG, recording).inbound(far));
    stage.run();
    stage.pass(Duration.ofSeconds(10));

    Outcome hit = victim == Victim.LISTENER ? listener : dialler;
    Outcome other = victim == Victim.LISTENER ? dialler : listener;
    assertThat(hit.exception()).as("bit %d", bit).isNotNull();
    assertThat(Stage.isClosed(stage.near)).as("bit %d", bit).isTrue();
    assertThat(Stage.isClosed(stage.far)).as("bit %d", bit).isTrue();
    if (bit < FIRST_ACK_BIT) {
      assertThat(other.exception()).as("bit %d", bit).isNotNull();
    }
    assertNobodyWasDeceived(bit, candidates);
  }

  /** Whoever got as far as to a decision was seen as it is, so no version was talked down. */
  private static void assertNobodyWasDeceived(int bit, List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      assertThat(candidate.announced())
          .as("bit %d", bit)
          .isEqualTo(Parties.CONFIG.announcedVersion());
      assertThat(candidate.metadata())
          .as("bit %d", bit)
          .isEqualTo(Parties.CONFIG.metadata().asHeard());
      assertThat(candidate.peerId())
          .as("bit %d", bit)
          .isIn(Parties.identity(1).peerId(), Parties.identity(2).peerId());
    }
  }
}
