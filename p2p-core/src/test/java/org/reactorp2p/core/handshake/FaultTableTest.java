/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.PublicKey;

/** The table from what went wrong to what follows, row by row: section 3.4 of the reference. */
class FaultTableTest {

  private static final Party US = Parties.dialler(1);
  private static final Party THEM = Parties.listener(2);

  static Stream<Arguments> breaches() {
    return Stream.of(
        row(Breach.GREETING_LENGTH, Remedy.GREYLIST, () -> lengthOf(greeting(), 0)),
        row(Breach.MALFORMED_GREETING, Remedy.GREYLIST, FaultTableTest::malformedGreeting),
        row(Breach.NOT_ENOUGH_PROOF_OF_WORK, Remedy.GREYLIST, FaultTableTest::lazy),
        row(Breach.WEAK_KEY, Remedy.GREYLIST, FaultTableTest::weak),
        row(Breach.SHORT_FRAME, Remedy.RETRY, () -> lengthOf(introduction().ours, 15)),
        row(Breach.UNDECIPHERABLE_METADATA, Remedy.GREYLIST, () -> garbled(introduction().ours)),
        row(Breach.MALFORMED_METADATA, Remedy.GREYLIST, () -> lengthOf(introduction().ours, 19)),
        row(Breach.UNDECIPHERABLE_ANSWER, Remedy.RETRY, () -> garbled(introduced().admitted())),
        row(Breach.MALFORMED_ANSWER, Remedy.RETRY, FaultTableTest::malformedAnswer));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaches")
  void H_12_the_same_breach_has_the_same_consequence_each_time(
      Breach breach, Remedy remedy, Supplier<Fault> stimulus) {
    assertThat(stimulus.get()).isEqualTo(new Fault.Misbehaved(breach));
    assertThat(stimulus.get()).isEqualTo(new Fault.Misbehaved(breach));
    assertThat(stimulus.get().remedy()).isEqualTo(remedy);
    assertThat(stimulus.get().blame()).isEqualTo(Fault.Blame.PEER);
  }

  @Test
  void H_12_the_table_has_a_row_for_every_breach() {
    assertThat(breaches().map(row -> row.get()[0]))
        .containsExactlyInAnyOrder((Object[]) Breach.values());
  }

  static Stream<Arguments> otherFaults() {
    var someone = THEM.identity().peerId();
    NackMotive motive = NackMotive.ALREADY_CONNECTED;
    return Stream.of(
        Arguments.of(new Fault.Lost(Loss.TIMED_OUT), Remedy.RETRY, Fault.Blame.NETWORK),
        Arguments.of(new Fault.Lost(Loss.CLOSED_BY_PEER), Remedy.RETRY, Fault.Blame.NETWORK),
        Arguments.of(new Fault.Lost(Loss.CUT), Remedy.RETRY, Fault.Blame.NETWORK),
        Arguments.of(new Fault.Myself(someone), Remedy.OWN_POINT, Fault.Blame.NOBODY),
        Arguments.of(new Fault.WrongPeer(someone, someone), Remedy.RETRY, Fault.Blame.PEER),
        Arguments.of(new Fault.NoCommonProtocol(motive), Remedy.FORGET_POINT, Fault.Blame.NOBODY),
        Arguments.of(new Fault.Refused(motive), Remedy.RETRY, Fault.Blame.NOBODY),
        Arguments.of(new Fault.RefusedByPeer(motive, List.of()), Remedy.RETRY, Fault.Blame.NOBODY),
        Arguments.of(new Fault.Dropped(Objection.BANNED), Remedy.RETRY, Fault.Blame.NOBODY),
        Arguments.of(new Fault.Mishap("a test"), Remedy.RETRY, Fault.Blame.US));
  }

  @ParameterizedTest
  @MethodSource("otherFaults")
  void H_12_nothing_but_a_breach_greylists(Fault fault, Remedy remedy, Fault.Blame blame) {
    assertThat(fault.remedy()).isEqualTo(remedy).isNotEqualTo(Remedy.GREYLIST);
    assertThat(fault.blame()).isEqualTo(blame);
    assertThat(fault.text()).isNotBlank();
  }

  private static Arguments row(Breach breach, Remedy remedy, Supplier<Fault> stimulus) {
    return Arguments.of(breach, remedy, stimulus);
  }

  private static Turn greeting() {
    return Greeting.open(US, Parties.nonce(1));
  }

  private static Duet introduction() {
    return Duet.begun(US, THEM).heard();
  }

  private static Duet introduced() {
    return Duet.introduced(US, THEM);
  }

  /** What a frame with this length field is taken for. */
  private static Fault lengthOf(Turn listener, int length) {
    FrameBounds bounds = ((Conversation.Listening) listener.next()).bounds();
    assertThat(bounds.admit(length)).isFalse();
    return new Fault.Misbehaved(bounds.breachOf(length));
  }

  private static Fault malformedGreeting() {
    byte[] hello = Greeting.open(THEM, Parties.nonce(2)).frame();
    hello[87] ^= 1; // the length of the chain name
    return Duet.fault(Duet.hear(greeting(), hello));
  }

  private static Fault lazy() {
    Party demanding =
        Parties.party(
            1, Direction.OUTBOUND, Parties.CONFIG.withRequiredDifficulty(Difficulty.of(60)));
    byte[] hello = Greeting.open(THEM, Parties.nonce(2)).frame();
    return Duet.fault(Duet.hear(Greeting.open(demanding, Parties.nonce(1)), hello));
  }

  private static Fault weak() {
    var hello =
        new ConnectionMessage(
            OptionalInt.empty(),
            PublicKey.of(new byte[PublicKey.LENGTH]),
            THEM.identity().stamp(),
            Parties.nonce(2),
            Parties.CONFIG.announcedVersion());
    return Duet.fault(Duet.hear(greeting(), hello.toFrame()));
  }

  private static Fault garbled(Turn listener) {
    byte[] frame = HexFormat.of().parseHex("0012" + "ab".repeat(18));
    return Duet.fault(Duet.hear(listener, frame));
  }

  private static Fault malformedAnswer() {
    Duet duet = introduced();
    byte[] twoTags = Arrays.copyOf(new byte[] {0}, 2);
    return Duet.fault(Duet.hear(duet.admitted(), duet.theirKeys().seal(twoTags)));
  }
}
