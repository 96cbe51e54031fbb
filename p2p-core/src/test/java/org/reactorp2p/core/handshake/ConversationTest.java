/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.PublicKey;
import reactor.core.publisher.Mono;

class ConversationTest {

  private static final Party US = Parties.dialler(1);
  private static final Party THEM = Parties.listener(2);
  private static final byte[] ACK = {0};

  @Test
  void two_honest_peers_accept_each_other() {
    Duet duet = Duet.introduced(US, THEM);
    Turn ours = duet.admitted();
    Turn theirs = ((Conversation.Weighing) duet.theirs.next()).decide(new Decision.Admit());

    Turn end = Duet.hear(ours, theirs.frame());

    assertThat(end.next()).isInstanceOf(Conversation.Accepted.class);
    assertThat(Duet.hear(theirs, ours.frame()).next()).isInstanceOf(Conversation.Accepted.class);
    assertThat(((Conversation.Accepted) end.next()).candidate().peerId())
        .isEqualTo(THEM.identity().peerId());
  }

  @Test
  void each_side_knows_the_other_as_it_described_itself() {
    Party chatty = Parties.party(2, Direction.INBOUND, Parties.chatty());

    Candidate candidate =
        ((Conversation.Weighing) Duet.introduced(US, chatty).ours.next()).candidate();

    assertThat(candidate.metadata()).isEqualTo(Parties.chatty().metadata().asHeard());
    assertThat(candidate.announced()).isEqualTo(Parties.chatty().announcedVersion());
    assertThat(candidate.remote()).isEqualTo(Parties.REMOTE);
    assertThat(candidate.direction()).isEqualTo(Direction.OUTBOUND);
  }

  // The order of the checks

  @Test
  void H_04_missing_work_is_refused_before_any_curve_arithmetic() {
    Party demanding = withoutSecret(demanding(Difficulty.of(30)));
    Turn hello = Greeting.open(THEM, Parties.nonce(2));

    Turn end = Duet.hear(Greeting.open(demanding, Parties.nonce(1)), hello.frame());

    assertThat(Duet.fault(end)).isEqualTo(new Fault.Misbehaved(Breach.NOT_ENOUGH_PROOF_OF_WORK));
    assertThat(end.frame()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"26,true", "27,true", "28,false", "256,false", "0,true"})
  void H_04_the_work_must_reach_the_difficulty_to_the_bit(double difficulty, boolean enough) {
    byte[] hello = WorkedExample.aliceFrame(); // 27 leading zero bits
    Party demanding = demanding(Difficulty.of(difficulty));

    Turn end = Duet.hear(Greeting.open(demanding, Parties.nonce(1)), hello);

    assertThat(end.next() instanceof Introduction).isEqualTo(enough);
  }

  @Test
  void H_04_the_work_done_for_another_key_does_not_count() {
    byte[] hello = WorkedExample.aliceFrame();
    byte[] other = Parties.identity(9).publicKey().toBytes();
    System.arraycopy(other, 0, hello, 4, other.length);

    Turn end = Duet.hear(Greeting.open(demanding(Difficulty.of(26)), Parties.nonce(1)), hello);

    assertThat(Duet.fault(end)).isEqualTo(new Fault.Misbehaved(Breach.NOT_ENOUGH_PROOF_OF_WORK));
  }

  @Test
  void a_barred_id_is_turned_away_before_any_curve_arithmetic() {
    Party barring = Parties.admitting(withoutSecret(US), Barring.EVERYBODY);
    Turn hello = Greeting.open(THEM, Parties.nonce(2));

    Turn end = Duet.hear(Greeting.open(barring, Parties.nonce(1)), hello.frame());

    assertThat(Duet.fault(end)).isEqualTo(new Fault.Dropped(Objection.BANNED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
      })
  void H_05_a_low_order_key_is_refused_with_its_own_fault_and_greylisted(String key) {
    var hello =
        new ConnectionMessage(
            OptionalInt.empty(),
            PublicKey.ofHex(key),
            THEM.identity().stamp(),
            Parties.nonce(2),
            Parties.CONFIG.announcedVersion());

    Turn end = Duet.hear(Greeting.open(US, Parties.nonce(1)), hello.toFrame());

    assertThat(Duet.fault(end)).isEqualTo(new Fault.Misbehaved(Breach.WEAK_KEY));
    assertThat(Duet.fault(end).remedy()).isEqualTo(Remedy.GREYLIST);
    assertThat(end.frame()).isEmpty();
  }

  @Test
  void H_05_a_non_canonical_key_that_is_not_weak_is_taken_as_it_came() {
    // The base point with its unused top bit set: the same point, and another peer.
    byte[] key = new byte[32];
    key[0] = 9;
    key[31] = (byte) 0x80;
    var hello =
        new ConnectionMessage(
            OptionalInt.empty(),
            PublicKey.of(key),
            THEM.identity().stamp(),
            Parties.nonce(2),
            Parties.CONFIG.announcedVersion());

    Turn turn = Duet.hear(Greeting.open(US, Parties.nonce(1)), hello.toFrame());

    assertThat(turn.next()).isInstanceOf(Introduction.class);
  }

  @Test
  void H_06_a_replayed_first_flight_fails_at_the_metadata() {
    Duet recorded = Duet.begun(US, THEM).heard();
    Turn fresh = Greeting.open(US, Parties.nonce(77));

    Turn listening = Duet.hear(fresh, Greeting.open(THEM, Parties.nonce(2)).frame());
    Turn end = Duet.hear(listening, recorded.theirs.frame());

    assertThat(Duet.fault(end)).isEqualTo(new Fault.Misbehaved(Breach.UNDECIPHERABLE_METADATA));
  }

  @Test
  void H_07_our_own_frames_reflected_are_undecipherable_and_not_ourselves() {
    Turn hello = Greeting.open(US, Parties.nonce(1));
    Turn introduction = Duet.hear(hello, hello.frame());

    Turn end = Duet.hear(introduction, introduction.frame());

    assertThat(Duet.fault(end)).isEqualTo(new Fault.Misbehaved(Breach.UNDECIPHERABLE_METADATA));
  }

  @Test
  void H_07_a_peer_that_shows_our_key_without_owning_it_is_not_ourselves() {
    Party liar = Parties.listener(2);
    var hello =
        new ConnectionMessage(
            OptionalInt.empty(),
            US.identity().publicKey(),
            US.identity().stamp(),
            Parties.nonce(2),
            Parties.CONFIG.announcedVersion());
    Turn introduction = Duet.hear(Greeting.open(US, Parties.nonce(1)), hello.toFrame());
    Turn lie =
        Duet.hear(
            Greeting.open(liar, Parties.nonce(2)), Greeting.open(US, Parties.nonce(1)).frame());

    Turn end = Duet.hear(introduction, lie.frame());

    assertThat(Duet.fault(end)).isEqualTo(new Fault.Misbehaved(Breach.UNDECIPHERABLE_METADATA));
  }

  @Test
  void H_07_truly_ourselves_is_found_after_the_metadata_on_both_ends() {
    Duet duet = Duet.introduced(US, Parties.listener(1));

    assertThat(Duet.fault(duet.ours)).isEqualTo(new Fault.Myself(US.identity().peerId()));
    assertThat(Duet.fault(duet.theirs)).isEqualTo(new Fault.Myself(US.identity().peerId()));
    assertThat(Duet.fault(duet.ours).remedy()).isEqualTo(Remedy.OWN_POINT);
    assertThat(duet.ours.frame()).isEmpty();
  }

  @Test
  void H_10_another_chain_gets_a_nack_with_the_points_of_the_admission() {
    Party foreign =
        Parties.party(
            2,
            Direction.INBOUND,
            HandshakeConfig.of(ChainName.of("OTHER")).withRequiredDifficulty(Difficulty.NONE));
    Duet duet = Duet.introduced(US, foreign);
    var parting = (Conversation.Parting) duet.ours.next();

    Turn end = parting.propose(List.of(Parties.REMOTE));

    assertThat(Duet.fault(end))
        .isEqualTo(new Fault.NoCommonProtocol(NackMotive.UNKNOWN_CHAIN_NAME));
    assertThat(Duet.fault(end).remedy()).isEqualTo(Remedy.FORGET_POINT);
    assertThat(answer(duet, end.frame()))
        .isEqualTo(new Ack.Nack(NackMotive.UNKNOWN_CHAIN_NAME, List.of(Parties.REMOTE)));
  }

  @ParameterizedTest
  @CsvSource({"4,0,4", "0,4,3"})
  void H_10_a_version_we_lack_gets_its_own_motive(int ddb, int p2p, int motive) {
    Party picky =
        Parties.party(
            1, Direction.OUTBOUND, Parties.CONFIG.withVersions(Set.of(ddb + 1), Set.of(p2p + 1)));
    Duet duet =
        Duet.introduced(
            picky,
            Parties.party(
                2,
                Direction.INBOUND,
                Parties.CONFIG.withVersions(
                    Set.of(motive == 4 ? ddb : ddb + 1), Set.of(motive == 3 ? p2p : p2p + 1))));

    Turn end = ((Conversation.Parting) duet.ours.next()).propose(List.of());

    assertThat(Duet.fault(end)).isEqualTo(new Fault.NoCommonProtocol(new NackMotive(motive)));
  }

  @Test
  void H_11_a_connection_message_in_place_of_the_metadata_is_no_metadata() {
    Duet duet = Duet.begun(US, THEM);
    FrameBounds bounds = ((Conversation.Listening) duet.heard().ours.next()).bounds();

    assertThat(bounds.admit(duet.theirs.frame().length - 2)).isFalse();
    assertThat(bounds.breachOf(duet.theirs.frame().length - 2))
        .isEqualTo(Breach.MALFORMED_METADATA);
  }

  @Test
  void H_11_metadata_in_place_of_the_connection_message_is_none() {
    FrameBounds bounds = ((Conversation.Listening) Duet.begun(US, THEM).ours.next()).bounds();

    assertThat(bounds.admit(18)).isFalse();
    assertThat(bounds.breachOf(18)).isEqualTo(Breach.GREETING_LENGTH);
  }

  @Test
  void H_11_an_ack_in_place_of_the_metadata_is_refused_by_its_length() {
    Duet duet = Duet.begun(US, THEM).heard();

    assertThat(((Conversation.Listening) duet.ours.next()).bounds().admit(16 + ACK.length))
        .isFalse();
  }

  @Test
  void H_11_a_message_in_place_of_the_ack_does_not_accept_us() {
    Duet duet = Duet.introduced(US, THEM);
    byte[] bootstrap = {0, 0, 0, 2, 0, 2};

    Turn end = Duet.hear(duet.admitted(), duet.theirKeys().seal(bootstrap));

    assertThat(Duet.fault(end)).isEqualTo(new Fault.Misbehaved(Breach.MALFORMED_ANSWER));
  }

  @Test
  void H_11_the_metadata_again_in_place_of_the_ack_does_not_accept_us() {
    Duet duet = Duet.introduced(US, THEM);

    Turn end = Duet.hear(duet.admitted(), duet.theirKeys().seal(new byte[2]));

    assertThat(Duet.fault(end)).isEqualTo(new Fault.Misbehaved(Breach.MALFORMED_ANSWER));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 100})
  void H_13_the_points_of_a_nack_are_claims_we_pass_on(int count) {
    List<Point> points = points(count);

    Fault fault = answered(nack(1, points));

    assertThat(fault).isEqualTo(new Fault.RefusedByPeer(NackMotive.TOO_MANY_CONNECTIONS, points));
    assertThat(fault.remedy()).isEqualTo(Remedy.RETRY);
  }

  @Test
  void H_13_a_nack_with_101_points_is_malformed() {
    byte[] hundred = nack(1, points(100));
    byte[] oneMore = nack(1, points(1));
    byte[] nack = Arrays.copyOf(hundred, hundred.length + oneMore.length - 7);
    System.arraycopy(oneMore, 7, nack, hundred.length, oneMore.length - 7);
    int length = nack.length - 7;
    nack[5] = (byte) (length >> 8);
    nack[6] = (byte) length;

    assertThat(answered(nack)).isEqualTo(new Fault.Misbehaved(Breach.MALFORMED_ANSWER));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4, 5, 6, 77, 32_767, -1, -32_768})
  void H_13_an_unknown_motive_is_kept(int motive) {
    assertThat(answered(nack(motive, List.of())))
        .isEqualTo(new Fault.RefusedByPeer(new NackMotive(motive), List.of()));
  }

  @Test
  void H_13_a_nack_of_version_0_has_no_motive_and_no_points() {
    assertThat(answered(Ack.CODEC.toBytes(new Ack.NackV0())))
        .isEqualTo(new Fault.RefusedByPeer(NackMotive.NO_MOTIVE, List.of()));
  }

  @Test
  void H_13_we_say_version_0_to_who_announced_version_0_whatever_was_agreed() {
    HandshakeConfig old = Parties.CONFIG.withVersions(Set.of(0), Set.of(0));
    Duet duet = Duet.introduced(US, Parties.party(2, Direction.INBOUND, old));
    var weighing = (Conversation.Weighing) duet.ours.next();

    Turn end =
        weighing.decide(
            new Decision.Refuse(NackMotive.TOO_MANY_CONNECTIONS, List.of(Parties.REMOTE)));

    assertThat(answer(duet, end.frame())).isEqualTo(new Ack.NackV0());
    assertThat(Duet.fault(end)).isEqualTo(new Fault.Refused(NackMotive.TOO_MANY_CONNECTIONS));
  }

  @Test
  void a_peer_of_version_0_on_another_chain_is_refused_without_asking_for_points() {
    HandshakeConfig old =
        HandshakeConfig.of(ChainName.of("OLD"))
            .withRequiredDifficulty(Difficulty.NONE)
            .withVersions(Set.of(0), Set.of(0));
    Duet duet = Duet.introduced(US, Parties.party(2, Direction.INBOUND, old));

    assertThat(Duet.fault(duet.ours))
        .isEqualTo(new Fault.NoCommonProtocol(NackMotive.UNKNOWN_CHAIN_NAME));
    assertThat(duet.ours.frame()).hasSize(2 + 16 + 1);
  }

  @Test
  void a_peer_that_is_dropped_hears_nothing() {
    Duet duet = Duet.introduced(US, THEM);

    Turn end =
        ((Conversation.Weighing) duet.ours.next())
            .decide(new Decision.Drop(Objection.PRIVATE_MODE));

    assertThat(end.frame()).isEmpty();
    assertThat(Duet.fault(end)).isEqualTo(new Fault.Dropped(Objection.PRIVATE_MODE));
  }

  @Test
  void H_16_another_peer_than_expected_is_dropped_before_admission_and_versions() {
    Party expecting = Parties.expecting(US, Parties.identity(3).peerId());
    Party foreign =
        Parties.party(
            2,
            Direction.INBOUND,
            HandshakeConfig.of(ChainName.of("OTHER")).withRequiredDifficulty(Difficulty.NONE));

    Turn end = Duet.introduced(expecting, foreign).ours;

    assertThat(Duet.fault(end))
        .isEqualTo(new Fault.WrongPeer(Parties.identity(3).peerId(), foreign.identity().peerId()));
    assertThat(end.frame()).isEmpty();
  }

  @Test
  void H_16_the_expected_peer_is_welcome() {
    Party expecting = Parties.expecting(US, THEM.identity().peerId());

    assertThat(Duet.introduced(expecting, THEM).ours.next())
        .isInstanceOf(Conversation.Weighing.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9732, 65_535})
  void H_18_an_announced_port_tells_where_an_inbound_peer_listens(int port) {
    assertThat(idPointOf(OptionalInt.of(port), Direction.INBOUND))
        .isEqualTo(Optional.of(new Point(Parties.REMOTE.address(), port)));
  }

  @Test
  void H_18_port_0_means_that_nobody_can_dial_the_peer() {
    assertThat(idPointOf(OptionalInt.empty(), Direction.INBOUND)).isEmpty();
  }

  @Test
  void H_18_a_peer_we_dialled_is_where_we_dialled_whatever_it_announces() {
    assertThat(idPointOf(OptionalInt.of(1), Direction.OUTBOUND)).contains(Parties.REMOTE);
    assertThat(idPointOf(OptionalInt.empty(), Direction.OUTBOUND)).contains(Parties.REMOTE);
  }

  @Test
  void no_key_outlives_a_failure() {
    Duet duet = Duet.begun(US, THEM).heard();
    Keys keys = ((Introduction) duet.ours.next()).keys();

    Duet.hear(duet.ours, new byte[20]);

    assertThatThrownBy(() -> keys.seal(ACK)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void no_key_outlives_a_nack() {
    Duet duet = Duet.introduced(US, THEM);
    var weighing = (Conversation.Weighing) duet.ours.next();
    Keys keys = weighing.keys();

    weighing.decide(new Decision.Refuse(NackMotive.ALREADY_CONNECTED, List.of()));

    assertThatThrownBy(() -> keys.seal(ACK)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_frames_of_the_worked_example_come_out_to_the_byte() {
    Turn alice = WorkedExample.alice();
    Turn bob = WorkedExample.bob();
    assertThat(hex(alice)).isEqualTo(WorkedExample.ALICE_HELLO);
    assertThat(hex(bob)).isEqualTo(WorkedExample.BOB_HELLO);

    Turn aliceMetadata = Duet.hear(alice, bob.frame());
    Turn bobMetadata = Duet.hear(bob, alice.frame());
    assertThat(hex(aliceMetadata)).isEqualTo("001257a8315962987733040b0f1c96113fd18de0");
    assertThat(hex(bobMetadata)).isEqualTo("00122384f7ec2a43f8c4ed9b9e42696d1c425445");

    Turn aliceAck = admit(Duet.hear(aliceMetadata, bobMetadata.frame()));
    Turn bobAck = admit(Duet.hear(bobMetadata, aliceMetadata.frame()));
    assertThat(hex(aliceAck)).isEqualTo("00110b0cfe3c8c2f7d9901b178194662271226");
    assertThat(hex(bobAck)).isEqualTo("00110df8fd383ba262a14f32169e27b3868364");
  }

  @Test
  void the_nack_of_the_worked_example_comes_out_to_the_byte() {
    Turn bobMetadata = Duet.hear(WorkedExample.bob(), WorkedExample.aliceFrame());
    Turn aliceMetadata = Duet.hear(WorkedExample.alice(), WorkedExample.bob().frame());
    var weighing = (Conversation.Weighing) Duet.hear(bobMetadata, aliceMetadata.frame()).next();

    Turn end = weighing.decide(new Decision.Refuse(NackMotive.UNKNOWN_CHAIN_NAME, List.of()));

    assertThat(hex(end)).isEqualTo("0017178a74a78c09a85ddda77db39093c80b6557acf2f28f64");
  }

  private static Turn admit(Turn turn) {
    return ((Conversation.Weighing) turn.next()).decide(new Decision.Admit());
  }

  private static String hex(Turn turn) {
    return HexFormat.of().formatHex(turn.frame());
  }

  private static Party demanding(Difficulty difficulty) {
    return Parties.party(1, Direction.OUTBOUND, Parties.CONFIG.withRequiredDifficulty(difficulty));
  }

  /** Its secret key is gone: any curve arithmetic with it throws. */
  private static Party withoutSecret(Party party) {
    Identity identity = Parties.identity(1);
    identity.close();
    return new Party(
        party.config(),
        identity,
        party.admission(),
        party.direction(),
        party.remote(),
        party.expected());
  }

  private static Optional<Point> idPointOf(OptionalInt port, Direction direction) {
    Party listening = Parties.party(2, Direction.INBOUND, Parties.CONFIG.withAnnouncedPort(port));
    Party dialling = Parties.party(2, Direction.OUTBOUND, Parties.CONFIG.withAnnouncedPort(port));
    Party us = Parties.party(1, direction, Parties.CONFIG);
    Duet duet = Duet.introduced(us, direction == Direction.OUTBOUND ? listening : dialling);
    return ((Conversation.Weighing) duet.ours.next()).candidate().idPoint().point();
  }

  /** How we take this answer, after we said yes. */
  private static Fault answered(byte[] plaintext) {
    Duet duet = Duet.introduced(US, THEM);
    return Duet.fault(Duet.hear(duet.admitted(), duet.theirKeys().seal(plaintext)));
  }

  /** What the other side reads in this frame of ours. */
  private static Ack answer(Duet duet, byte[] frame) {
    return Ack.CODEC.decodeAll(duet.theirKeys().open(frame.clone()));
  }

  private static byte[] nack(int motive, List<Point> points) {
    return Ack.CODEC.toBytes(new Ack.Nack(new NackMotive(motive), points));
  }

  private static List<Point> points(int count) {
    return IntStream.range(0, count).mapToObj(i -> Point.parse("10.0.0." + i + ":9732")).toList();
  }

  /** Lets nobody in, not even as far as to the curve. */
  private enum Barring implements Admission {
    EVERYBODY;

    @Override
    public Mono<Decision> decide(Candidate candidate) {
      return Mono.error(new AssertionError("asked about a barred peer"));
    }

    @Override
    public Standing standing(PeerId claimed) {
      return Standing.BARRED;
    }
  }
}
