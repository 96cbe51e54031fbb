/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactorp2p.node.replay.Role.INITIATOR;
import static org.reactorp2p.node.replay.Role.RESPONDER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.RawMessage;

/** Sessions that a real Octez may have and that are not among the recordings at hand. */
class OtherRecordingsTest {

  private static final Cast ALICE = Cast.ordinary(1);
  private static final Cast BOB = Cast.ordinary(2);
  private static final Ack ACK = new Ack.Accept();
  private static final List<Point> SOME = points(3);

  private static String check(Tape tape) {
    return new SessionCheck(7).check(tape.recording());
  }

  private static Ack nack(int motive, List<Point> points) {
    return new Ack.Nack(new NackMotive(motive), points);
  }

  private static List<Point> points(int count) {
    return IntStream.range(0, count).mapToObj(i -> Point.parse("10.0.0." + i + ":9732")).toList();
  }

  private static PeerMessage<RawMessage> raw(int length) {
    byte[] body = new byte[length];
    new SplittableRandom(length).nextBytes(body);
    return new PeerMessage.Application<>(new RawMessage(Messages.RAW, body));
  }

  private static PeerMessage<RawMessage> bytes(int length) {
    byte[] body = ByteBuffer.allocate(4 + length).putInt(length).array();
    return new PeerMessage.Application<>(new RawMessage(Messages.BYTES, body));
  }

  private static PeerMessage<RawMessage> bigPing(int hashes) {
    byte[] body = ByteBuffer.allocate(4 + 32 * hashes).putInt(32 * hashes).array();
    return new PeerMessage.Application<>(new RawMessage(Messages.BIG_PING, body));
  }

  @Test
  void messages_of_many_frames_both_ways() {
    Tape tape =
        new Tape(ALICE, BOB)
            .connected()
            .message(INITIATOR, raw(300_000))
            .message(RESPONDER, bytes(2_000_000))
            .message(INITIATOR, raw(65_511))
            .message(INITIATOR, raw(65_512))
            .message(RESPONDER, bigPing(3_000))
            .message(RESPONDER, bigPing(0))
            .message(INITIATOR, raw(0));

    assertThat(check(tape)).contains("connected");
  }

  @Test
  void many_messages_in_frames_of_odd_sizes() {
    Tape tape = new Tape(ALICE.cutting(19), BOB.cutting(1_000)).connected();
    for (int i = 0; i < 60; i++) {
      tape.message(INITIATOR, raw(i)).message(RESPONDER, raw(11 * i));
    }

    assertThat(check(tape)).contains("60 + 60 messages");
  }

  @Test
  void private_mode_closes_after_the_metadata_without_a_word() {
    Tape tape =
        new Tape(ALICE, BOB.saying(Flag.SET, Flag.CLEAR))
            .bothMetadata()
            .answer(INITIATOR, ACK)
            .end(RESPONDER)
            .end(INITIATOR);

    assertThat(check(tape)).contains("initiator: the peer closed the link");
  }

  @Test
  void a_private_peer_without_mempool_is_connected() {
    check(new Tape(ALICE.saying(Flag.SET, Flag.SET), BOB.saying(Flag.CLEAR, Flag.SET)).connected());
  }

  @Test
  void neither_has_enough_work_for_the_other() {
    Tape tape = new Tape(ALICE.demanding(26), BOB.demanding(26)).end(RESPONDER).end(INITIATOR);

    assertThat(check(tape)).contains("initiator: the peer sent not enough proof of work");
  }

  @Test
  void the_initiator_may_be_the_one_who_demands_work() {
    Tape tape =
        new Tape(ALICE.demanding(26), BOB).metadata(RESPONDER).end(INITIATOR).end(RESPONDER);

    assertThat(check(tape)).contains("initiator: the peer sent not enough proof of work");
  }

  @Test
  void one_side_agrees_on_a_ddb_version_and_the_other_does_not() {
    Tape tape =
        new Tape(ALICE.speaking(List.of(0), List.of(0, 1)), BOB.speaking(List.of(2), List.of(1)))
            .bothMetadata()
            .answer(INITIATOR, ACK)
            .answer(RESPONDER, nack(4, SOME))
            .end(RESPONDER)
            .end(INITIATOR);

    assertThat(check(tape))
        .contains("initiator: refused by the peer: deprecated distributed db version, 3");
  }

  @Test
  void who_announces_p2p_version_0_gets_a_bare_nack_for_its_version() {
    Tape tape =
        new Tape(ALICE.speaking(List.of(1), List.of(1)), BOB.speaking(List.of(1), List.of(0)))
            .bothMetadata()
            .answer(INITIATOR, new Ack.NackV0())
            .answer(RESPONDER, ACK)
            .end(INITIATOR)
            .end(RESPONDER);

    assertThat(check(tape)).contains("initiator: no common protocol: deprecated p2p version");
  }

  @Test
  void on_different_chains_each_is_refused_in_words_it_understands() {
    Tape tape =
        new Tape(ALICE.on("").speaking(List.of(0), List.of(0)), BOB.on("café"))
            .bothMetadata()
            .answer(INITIATOR, nack(2, SOME))
            .answer(RESPONDER, new Ack.NackV0())
            .end(INITIATOR)
            .end(RESPONDER);

    assertThat(check(tape)).contains("responder: no common protocol: unknown chain name");
  }

  @Test
  void every_motive_that_a_recording_must_tell_and_either_side_saying_it() {
    for (int motive : new int[] {0, 1, 5}) {
      for (Role role : Role.values()) {
        for (int count : new int[] {0, 1, 50, 100}) {
          check(
              new Tape(ALICE, BOB)
                  .bothMetadata()
                  .answer(role.other(), ACK)
                  .answer(role, nack(motive, points(count)))
                  .end(role)
                  .end(role.other()));
        }
      }
    }
  }

  @Test
  void versions_are_negotiated_down_and_future_ones_accepted() {
    check(
        new Tape(
                ALICE.speaking(List.of(0, 1, 7), List.of(0, 9)),
                BOB.speaking(List.of(1), List.of(0)))
            .connected()
            .message(RESPONDER, raw(1)));
  }

  @Test
  void nobody_listens_and_nobody_tells_points() {
    check(
        new Tape(ALICE.announcing(0), BOB.announcing(65_535).withoutDiscovery())
            .bothMetadata()
            .answer(INITIATOR, ACK)
            .answer(RESPONDER, nack(1, List.of()))
            .end(RESPONDER));
  }

  @Test
  void control_messages_at_their_limits() {
    check(
        new Tape(ALICE, BOB)
            .connected()
            .message(INITIATOR, new PeerMessage.Bootstrap<>())
            .message(RESPONDER, new PeerMessage.Advertise<>(List.of()))
            .message(RESPONDER, new PeerMessage.Advertise<>(points(100)))
            .message(INITIATOR, raw(3)));
  }

  @Test
  void garbage_ends_it_and_what_came_before_is_delivered() {
    Tape tape =
        new Tape(ALICE, BOB)
            .connected()
            .message(RESPONDER, raw(5))
            .message(INITIATOR, raw(9))
            .garbage(INITIATOR, new byte[16])
            .end(RESPONDER)
            .end(INITIATOR);

    assertThat(check(tape)).contains("responder: malformed");
  }

  @Test
  void a_session_may_break_off_inside_a_message_and_inside_a_frame() {
    byte[] part = ByteBuffer.allocate(70_000).putInt(1_000_000).putShort((short) 0x21).array();
    Tape tape =
        new Tape(ALICE, BOB)
            .connected()
            .message(INITIATOR, raw(9))
            .garbage(INITIATOR, part)
            .torn(INITIATOR, new byte[] {(byte) 0xff, 0x17, 1, 2, 3})
            .end(INITIATOR)
            .end(RESPONDER);

    assertThat(check(tape)).contains("responder: the stream ended inside a");
  }

  @Test
  void what_was_sent_before_the_end_was_noticed_counts() {
    check(
        new Tape(ALICE, BOB)
            .connected()
            .end(RESPONDER)
            .message(INITIATOR, raw(40))
            .message(INITIATOR, raw(41))
            .end(INITIATOR));
    check(
        new Tape(ALICE, BOB)
            .connected()
            .message(RESPONDER, new PeerMessage.Disconnect<>())
            .message(INITIATOR, raw(40))
            .end(INITIATOR)
            .end(RESPONDER));
  }

  @Test
  void a_handshake_may_be_given_up_in_the_middle() {
    check(new Tape(ALICE, BOB).bothMetadata().answer(INITIATOR, ACK).end(INITIATOR).end(RESPONDER));
  }

  @Test
  void a_nack_that_does_not_follow_from_the_versions_is_not_repeated() {
    Tape tape =
        new Tape(ALICE, BOB)
            .bothMetadata()
            .answer(INITIATOR, ACK)
            .answer(RESPONDER, nack(4, SOME))
            .end(RESPONDER);

    assertThatThrownBy(() -> check(tape))
        .isInstanceOf(Difference.class)
        .hasMessageContaining("as responder, responder_to_initiator, offset 128: recorded");
  }

  @Test
  void an_ack_between_different_chains_is_not_repeated() {
    assertThatThrownBy(() -> check(new Tape(ALICE, BOB.on("OTHER")).connected()))
        .isInstanceOf(Difference.class)
        .hasMessageContaining("as initiator");
  }

  @Test
  void a_bare_nack_for_a_peer_that_understands_more_is_not_repeated() {
    Tape tape =
        new Tape(ALICE, BOB)
            .bothMetadata()
            .answer(INITIATOR, ACK)
            .answer(RESPONDER, new Ack.NackV0())
            .end(RESPONDER);

    assertThatThrownBy(() -> check(tape)).isInstanceOf(Difference.class);
  }

  @Test
  void frames_that_are_cut_otherwise_than_configured_are_found() {
    Field recording =
        new Tape(ALICE.cutting(64), BOB).connected().message(INITIATOR, raw(100)).recording();
    ((ObjectNode) recording.node().at("/initiator/config")).put("binary_chunks_size", 65);

    assertThatThrownBy(() -> new SessionCheck(7).check(recording))
        .isInstanceOf(Difference.class)
        .hasMessageContaining("initiator_to_responder, offset 147: recorded");
  }
}
