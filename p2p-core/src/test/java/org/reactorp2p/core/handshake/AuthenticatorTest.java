/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.LinkReader;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.crypto.identity.Difficulty;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

class AuthenticatorTest {

  private static final Duration INBOUND = HandshakeConfig.DEFAULT_INBOUND_TIMEOUT;
  private static final int HELLO_LENGTH = 2 + 90 + 15;

  private final Stage stage = new Stage();
  private final Authenticator us = stage.authenticator(1, Parties.CONFIG);

  private Outcome listen() {
    Outcome outcome = Stage.watch(us.inbound(stage.far));
    stage.run();
    return outcome;
  }

  private void assertGone(Outcome outcome) {
    stage.run();
    assertThat(outcome.isPending()).isFalse();
    assertThat(Stage.isClosed(stage.far)).isTrue();
  }

  // The good end

  @Test
  void both_ends_come_out_with_each_other_and_open_what_the_other_seals() {
    Outcome dialled = Stage.watch(us.outbound(stage.near, Optional.empty()));
    Outcome accepted = Stage.watch(stage.authenticator(2, Parties.CONFIG).inbound(stage.far));
    stage.run();

    Authenticated bob = dialled.authenticated();
    Authenticated alice = accepted.authenticated();
    assertThat(bob.info().peerId()).isEqualTo(Parties.identity(2).peerId());
    assertThat(alice.info().peerId()).isEqualTo(Parties.identity(1).peerId());
    byte[] box = new byte[16 + 3];
    box[16] = 42;
    bob.sealer().seal(box, 0, 3);
    assertThat(alice.opener().open(box, 0, box.length)).isEqualTo(3);
    assertThat(box[16]).isEqualTo((byte) 42);
    assertThat(Stage.isClosed(stage.near)).isFalse();
    assertThat(bob.toString()).doesNotContain("Sealer");
  }

  @Test
  void no_timer_is_left_behind_by_a_good_end() {
    Outcome dialled = Stage.watch(us.outbound(stage.near, Optional.empty()));
    Outcome accepted = Stage.watch(stage.authenticator(2, Parties.CONFIG).inbound(stage.far));
    stage.run();

    stage.pass(Duration.ofMinutes(1));

    assertThat(dialled.succeeded() && accepted.succeeded()).isTrue();
    assertThat(Stage.isClosed(stage.near)).isFalse();
    assertThat(Stage.isClosed(stage.far)).isFalse();
  }

  @Test
  void each_side_speaks_first_without_waiting_for_the_other() {
    var puppet = new Puppet(stage.near);

    listen();

    assertThat(puppet.heard()).hasSize(HELLO_LENGTH);
  }

  @Test
  void H_17_what_came_behind_the_ack_in_one_segment_is_not_lost() {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();
    Turn turn = introduce(puppet);
    byte[] flood = new byte[40_000];
    flood[0] = 1;
    flood[39_999] = 2;

    puppet.say(together(keys(turn).seal(new byte[] {0}), flood));
    stage.run();

    LinkReader reader = outcome.authenticated().reader();
    var read = new ByteArrayOutputStream();
    drain(reader, read);
    stage.run();
    assertThat(read.toByteArray()).isEqualTo(flood);
  }

  @Test
  void H_17_a_peer_that_floods_behind_its_ack_is_held_back() {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();
    Turn turn = introduce(puppet);
    puppet.say(keys(turn).seal(new byte[] {0}));
    stage.run();
    var sent = new AtomicInteger();
    stage.near.send(Flux.range(0, 1000).map(i -> counted(sent))).subscribe(null, failure -> {});
    stage.run();

    assertThat(outcome.succeeded()).isTrue();
    assertThat(sent.get()).isLessThan(20); // of 8 KiB each: the pipe, and what is in hand
  }

  @Test
  void H_17_a_peer_that_leaves_after_its_ack_is_known_and_then_gone() {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();
    Turn turn = introduce(puppet);
    puppet.say(keys(turn).seal(new byte[] {0}));
    stage.run();
    stage.near.close().subscribe();
    stage.run();

    var ends = new Ends();
    outcome.authenticated().reader().read(ends);
    stage.run();
    assertThat(ends.seen).isEqualTo("end");
  }

  // Time

  @Test
  void H_01_a_byte_now_and_then_does_not_extend_the_time() {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();
    byte[] hello = Greeting.open(Parties.dialler(2), Parties.nonce(9)).frame();
    for (int second = 0; second < 4; second++) {
      puppet.say(new byte[] {hello[second]});
      stage.pass(Duration.ofSeconds(1));
    }
    assertThat(outcome.isPending()).isTrue();

    stage.pass(Duration.ofSeconds(1));

    assertThat(outcome.fault()).isEqualTo(new Fault.Lost(Loss.TIMED_OUT));
    assertThat(outcome.fault().remedy()).isEqualTo(Remedy.RETRY);
    assertGone(outcome);
  }

  @Test
  void H_01_each_step_in_time_and_all_of_them_too_late() {
    Authenticator slow =
        stage.authenticator(
            2,
            Parties.CONFIG,
            candidate ->
                Mono.<Decision>just(new Decision.Admit())
                    .delayElement(Duration.ofSeconds(6), stage.time));
    Outcome impatient = listen();
    Outcome patient = Stage.watch(slow.outbound(stage.near, Optional.empty()));
    stage.run();
    assertThat(impatient.isPending()).isTrue();

    stage.pass(INBOUND);

    assertThat(impatient.fault()).isEqualTo(new Fault.Lost(Loss.TIMED_OUT));
    assertGone(impatient);
    stage.pass(Duration.ofSeconds(1));
    assertThat(patient.fault()).isEqualTo(new Fault.Lost(Loss.CUT));
  }

  @Test
  void an_outbound_handshake_has_twice_the_time() {
    new Puppet(stage.far);
    Outcome outcome = Stage.watch(us.outbound(stage.near, Optional.empty()));
    stage.pass(Duration.ofSeconds(9));
    assertThat(outcome.isPending()).isTrue();

    stage.pass(Duration.ofSeconds(1));

    assertThat(outcome.fault()).isEqualTo(new Fault.Lost(Loss.TIMED_OUT));
  }

  @Test
  void a_peer_that_does_not_take_our_farewell_is_cut_off_when_the_time_is_up() {
    var narrow = new Stage();
    Authenticator refusing =
        narrow.authenticator(
            1,
            Parties.CONFIG,
            candidate ->
                Mono.just(new Decision.Refuse(NackMotive.TOO_MANY_CONNECTIONS, List.of())));
    Outcome outcome = Stage.watch(refusing.inbound(narrow.far));
    narrow.run();
    var puppet = new Puppet(narrow.near);
    narrow.run();
    introduce(narrow, puppet);
    narrow.run();

    narrow.pass(INBOUND);

    assertThat(outcome.fault()).isEqualTo(new Fault.Refused(NackMotive.TOO_MANY_CONNECTIONS));
    assertThat(Stage.isClosed(narrow.far)).isTrue();
  }

  // Framing

  @Test
  void F_01_zeros_end_it_at_the_first_two_bytes_and_the_address_is_greylisted() {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();

    puppet.say(new byte[64 * 1024]);
    stage.run();

    assertThat(outcome.fault()).isEqualTo(new Fault.Misbehaved(Breach.GREETING_LENGTH));
    assertThat(outcome.fault().remedy()).isEqualTo(Remedy.GREYLIST);
    assertThat(puppet.heard().length).isLessThanOrEqualTo(HELLO_LENGTH);
    assertGone(outcome);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15})
  void F_02_an_encrypted_frame_without_room_for_a_tag_is_closed_and_not_greylisted(int length) {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();
    puppet.say(Greeting.open(Parties.dialler(2), Parties.nonce(9)).frame());
    puppet.say(new byte[] {0, (byte) length});
    stage.run();

    assertThat(outcome.fault()).isEqualTo(new Fault.Misbehaved(Breach.SHORT_FRAME));
    assertThat(outcome.fault().remedy()).isEqualTo(Remedy.RETRY);
    assertGone(outcome);
  }

  @Test
  void F_06_a_handshake_cut_into_single_bytes_is_the_same_handshake() {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();
    Turn hello = Greeting.open(Parties.dialler(2), Parties.nonce(9));
    drip(puppet, hello.frame());
    Turn introduction = Duet.hear(hello, puppet.frame());
    drip(puppet, introduction.frame());
    Turn weighing = Duet.hear(introduction, puppet.frame());
    drip(puppet, keys(weighing).seal(new byte[] {0}));

    assertThat(outcome.authenticated().info().peerId()).isEqualTo(Parties.identity(2).peerId());
  }

  @Test
  void F_07_a_great_length_and_silence_is_closed_at_once() {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();

    puppet.say(new byte[] {(byte) 0xff, (byte) 0xff, 1});
    stage.run();

    assertThat(outcome.fault()).isEqualTo(new Fault.Misbehaved(Breach.GREETING_LENGTH));
    assertGone(outcome);
  }

  @Test
  void F_07_a_possible_length_and_silence_is_closed_when_the_time_is_up() {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();
    puppet.say(new byte[] {0, 105, 1});
    stage.run();
    assertThat(outcome.isPending()).isTrue();

    stage.pass(INBOUND);

    assertThat(outcome.fault()).isEqualTo(new Fault.Lost(Loss.TIMED_OUT));
    assertGone(outcome);
  }

  @Test
  void F_09_an_end_anywhere_in_the_handshake_has_one_reason() {
    byte[] wire = recordedDialler();
    for (int kept = 0; kept < wire.length; kept++) {
      assertThat(cutAfter(kept, wire, Ending.FIN))
          .as("FIN after %d bytes", kept)
          .isEqualTo(new Fault.Lost(Loss.CLOSED_BY_PEER));
      assertThat(cutAfter(kept, wire, Ending.RESET))
          .as("RST after %d bytes", kept)
          .isEqualTo(new Fault.Lost(Loss.CUT));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
        "GET / HTTP/1.1\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "Hello, world",
        "\u0000\nHello, world"
      })
  void F_11_other_protocols_are_closed_within_the_time_and_hear_our_greeting_only(String said) {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();

    puppet.say(said.getBytes(US_ASCII));
    stage.run();

    assertThat(outcome.fault()).isEqualTo(new Fault.Misbehaved(Breach.GREETING_LENGTH));
    assertThat(outcome.fault().remedy()).isEqualTo(Remedy.GREYLIST);
    assertThat(puppet.heard().length).isLessThanOrEqualTo(HELLO_LENGTH);
    assertGone(outcome);
  }

  // What Octez's own tests of the socket layer ask for

  @Test
  void pow_a_demanding_server_refuses_and_the_client_sees_its_link_closed() {
    Outcome server =
        Stage.watch(
            stage
                .authenticator(2, Parties.CONFIG.withRequiredDifficulty(Difficulty.of(100)))
                .inbound(stage.far));
    Outcome client = Stage.watch(us.outbound(stage.near, Optional.empty()));
    stage.run();

    assertThat(server.fault()).isEqualTo(new Fault.Misbehaved(Breach.NOT_ENOUGH_PROOF_OF_WORK));
    assertThat(client.fault()).isInstanceOf(Fault.Lost.class);
  }

  @Test
  void nacked_the_server_said_yes_and_the_client_no() {
    Outcome server = Stage.watch(stage.authenticator(2, Parties.CONFIG).inbound(stage.far));
    Outcome client =
        Stage.watch(
            stage
                .authenticator(
                    1,
                    Parties.CONFIG,
                    candidate -> Mono.just(new Decision.Refuse(NackMotive.NO_MOTIVE, List.of())))
                .outbound(stage.near, Optional.empty()));
    stage.run();

    assertThat(server.fault()).isEqualTo(new Fault.RefusedByPeer(NackMotive.NO_MOTIVE, List.of()));
    assertThat(client.fault()).isEqualTo(new Fault.Refused(NackMotive.NO_MOTIVE));
    assertThat(Stage.isClosed(stage.near)).isTrue();
    assertThat(Stage.isClosed(stage.far)).isTrue();
  }

  @Test
  void both_of_two_networks_say_no_and_neither_waits_for_the_other() {
    HandshakeConfig foreign =
        HandshakeConfig.of(ChainName.of("OTHER")).withRequiredDifficulty(Difficulty.NONE);
    Outcome server = Stage.watch(stage.authenticator(2, foreign).inbound(stage.far));
    Outcome client = Stage.watch(us.outbound(stage.near, Optional.empty()));
    stage.run();

    var noCommon = new Fault.NoCommonProtocol(NackMotive.UNKNOWN_CHAIN_NAME);
    assertThat(server.fault()).isEqualTo(noCommon);
    assertThat(client.fault()).isEqualTo(noCommon);
    assertThat(client.exception().candidate()).isPresent();
  }

  @Test
  void self_connection_message_replayed_is_undecipherable_and_never_myself() {
    var puppet = new Puppet(stage.near);
    Outcome outcome = listen();
    puppet.say(puppet.frame());
    stage.run();
    puppet.say(puppet.frame());
    stage.run();

    assertThat(outcome.fault()).isEqualTo(new Fault.Misbehaved(Breach.UNDECIPHERABLE_METADATA));
    assertGone(outcome);
  }

  @Test
  void H_06_a_whole_session_replayed_never_runs() {
    byte[] wire = recordedDialler();
    var fresh = new Stage();
    Outcome outcome =
        Stage.watch(
            fresh
                .authenticator(1, Parties.CONFIG, Admission.OPEN, () -> Parties.nonce(250))
                .inbound(fresh.far));
    var puppet = new Puppet(fresh.near);
    fresh.run();
    puppet.say(wire);
    fresh.run();

    assertThat(outcome.fault()).isEqualTo(new Fault.Misbehaved(Breach.UNDECIPHERABLE_METADATA));
    assertThat(outcome.fault().remedy()).isEqualTo(Remedy.GREYLIST);
  }

  @Test
  void H_07_dialling_ourselves_ends_both_ends() {
    Outcome server = Stage.watch(stage.authenticator(1, Parties.CONFIG).inbound(stage.far));
    Outcome client = Stage.watch(us.outbound(stage.near, Optional.empty()));
    stage.run();

    assertThat(client.fault()).isEqualTo(new Fault.Myself(Parties.identity(1).peerId()));
    assertThat(server.isPending()).isFalse();
    assertThat(client.exception().candidate().orElseThrow().idPoint().point())
        .contains(Parties.REMOTE);
  }

  @Test
  void H_16_the_wrong_peer_is_dropped_without_a_word() {
    Outcome client =
        Stage.watch(us.outbound(stage.near, Optional.of(Parties.identity(3).peerId())));
    Outcome server = Stage.watch(stage.authenticator(2, Parties.CONFIG).inbound(stage.far));
    stage.run();

    assertThat(client.fault()).isInstanceOf(Fault.WrongPeer.class);
    assertThat(server.fault()).isEqualTo(new Fault.Lost(Loss.CLOSED_BY_PEER));
  }

  // Every exit

  @Test
  void cancelling_at_any_moment_closes_the_link() {
    for (int said = 0; said < 3; said++) {
      var own = new Stage();
      Outcome outcome = Stage.watch(own.authenticator(1, Parties.CONFIG).inbound(own.far));
      own.run();
      var puppet = new Puppet(own.near);
      own.run();
      if (said > 0) {
        Turn hello = Greeting.open(Parties.dialler(2), Parties.nonce(9));
        puppet.say(hello.frame());
        own.run();
        if (said > 1) {
          puppet.say(Duet.hear(hello, puppet.frame()).frame());
          own.run();
        }
      }

      outcome.cancel();
      own.run();

      assertThat(outcome.isPending()).isTrue();
      assertThat(Stage.isClosed(own.far)).as("after %d frames", said).isTrue();
    }
  }

  @Test
  void cancelling_during_the_farewell_is_the_last_that_is_heard() {
    List<Throwable> dropped = new ArrayList<>();
    Hooks.onErrorDropped(dropped::add);
    try {
      Outcome outcome = Stage.watch(us.inbound(stage.far));
      var puppet = new Puppet(stage.near);
      stage.run();
      Turn hello = Greeting.open(Parties.dialler(1), Parties.nonce(9)); // says it is ourselves
      puppet.say(hello.frame());
      stage.run();
      puppet.say(Duet.hear(hello, puppet.frame()).frame());
      stage.run();
      assertThat(outcome.isPending()).as("waits for our end of the stream").isTrue();

      outcome.cancel();
      stage.run();

      assertThat(Stage.isClosed(stage.far)).isTrue();
      assertThat(dropped).isEmpty();
    } finally {
      Hooks.resetOnErrorDropped();
    }
  }

  @Test
  void cancelling_after_the_good_end_takes_nothing_away() {
    Outcome dialled = Stage.watch(us.outbound(stage.near, Optional.empty()));
    Stage.watch(stage.authenticator(2, Parties.CONFIG).inbound(stage.far));
    stage.run();

    dialled.cancel();
    stage.run();

    assertThat(dialled.succeeded()).isTrue();
    assertThat(Stage.isClosed(stage.near)).isFalse();
  }

  @Test
  void abandoning_an_authenticated_link_aborts_it_and_wipes_the_keys() {
    Outcome dialled = Stage.watch(us.outbound(stage.near, Optional.empty()));
    Stage.watch(stage.authenticator(2, Parties.CONFIG).inbound(stage.far));
    stage.run();
    Authenticated bob = dialled.authenticated();

    bob.abandon();
    stage.run();

    assertThat(Stage.isClosed(stage.near)).isTrue();
    assertThatThrownBy(() -> bob.sealer().seal(new byte[16], 0, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_source_of_nonces_that_fails_is_our_own_mishap_and_says_nothing() {
    Authenticator poor =
        stage.authenticator(
            1,
            Parties.CONFIG,
            Admission.OPEN,
            () -> {
              throw new IllegalStateException("no entropy");
            });
    var puppet = new Puppet(stage.near);
    Outcome outcome = Stage.watch(poor.inbound(stage.far));
    stage.run();
    stage.near.abort();
    stage.run();

    assertThat(outcome.fault()).isInstanceOf(Fault.Mishap.class);
    assertThat(outcome.fault().blame()).isEqualTo(Fault.Blame.US);
    assertThat(outcome.exception()).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(puppet.heard()).isEmpty();
    assertGone(outcome);
  }

  @Test
  void an_admission_that_fails_or_says_nothing_is_our_own_mishap() {
    for (Mono<Decision> answer :
        List.of(Mono.<Decision>empty(), Mono.<Decision>error(new IllegalStateException("no")))) {
      var own = new Stage();
      Outcome outcome =
          Stage.watch(own.authenticator(1, Parties.CONFIG, candidate -> answer).inbound(own.far));
      Outcome peer =
          Stage.watch(own.authenticator(2, Parties.CONFIG).outbound(own.near, Optional.empty()));
      own.run();

      assertThat(outcome.fault()).isInstanceOf(Fault.Mishap.class);
      assertThat(peer.fault()).isEqualTo(new Fault.Lost(Loss.CLOSED_BY_PEER));
    }
  }

  // Hands

  private enum Ending {
    FIN,
    RESET
  }

  /** What we make of a peer that ends after some of its bytes; it always says the same. */
  private static Fault cutAfter(int kept, byte[] wire, Ending ending) {
    var own = new Stage();
    Outcome outcome =
        Stage.watch(
            own.authenticator(1, Parties.CONFIG, Admission.OPEN, () -> Parties.nonce(1))
                .inbound(own.far));
    var puppet = new Puppet(own.near);
    own.run();
    if (kept > 0) {
      puppet.say(Arrays.copyOf(wire, kept));
      own.run();
    }
    if (ending == Ending.FIN) {
      own.near.close().subscribe();
    } else {
      own.near.abort();
    }
    own.run();
    assertThat(Stage.isClosed(own.far)).isTrue();
    return outcome.fault();
  }

  /** All that dialler 2 says to listener 1, who uses nonce 1. */
  private static byte[] recordedDialler() {
    Turn them = Greeting.open(Parties.dialler(2), Parties.nonce(2));
    Turn us = Greeting.open(Parties.listener(1), Parties.nonce(1));
    Turn metadata = Duet.hear(them, us.frame());
    Turn weighing = Duet.hear(metadata, Duet.hear(us, them.frame()).frame());
    byte[] ack = keys(weighing).seal(Ack.CODEC.toBytes(new Ack.Accept()));
    return together(together(them.frame(), metadata.frame()), ack);
  }

  /** The puppet says its connection message and metadata, and knows what to say next. */
  private Turn introduce(Puppet puppet) {
    return introduce(stage, puppet);
  }

  private static Turn introduce(Stage where, Puppet puppet) {
    Turn hello = Greeting.open(Parties.dialler(2), Parties.nonce(9));
    puppet.say(hello.frame());
    where.run();
    Turn introduction = Duet.hear(hello, puppet.frame());
    puppet.say(introduction.frame());
    where.run();
    return Duet.hear(introduction, puppet.frame());
  }

  private void drip(Puppet puppet, byte[] bytes) {
    for (byte b : bytes) {
      puppet.say(new byte[] {b});
      stage.run();
    }
  }

  private static Keys keys(Turn turn) {
    return ((Conversation.Weighing) turn.next()).keys();
  }

  private static byte[] together(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] counted(AtomicInteger sent) {
    sent.incrementAndGet();
    return new byte[8192];
  }

  private static void drain(LinkReader reader, ByteArrayOutputStream into) {
    reader.read(
        new LinkReader.Handler() {
          @Override
          public void onChunk(Chunk chunk) {
            into.writeBytes(chunk.toBytes());
            reader.read(this);
          }

          @Override
          public void onEnd() {}

          @Override
          public void onFailure(Throwable cause) {}
        });
  }

  private static final class Ends implements LinkReader.Handler {
    private String seen = "nothing";

    @Override
    public void onChunk(Chunk chunk) {
      seen = "bytes";
    }

    @Override
    public void onEnd() {
      seen = "end";
    }

    @Override
    public void onFailure(Throwable cause) {
      seen = "failure";
    }
  }
}
