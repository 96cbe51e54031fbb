/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.core.connection.PeerConnectionTest.bytes;
import static org.reactorp2p.core.connection.PeerConnectionTest.collect;
import static org.reactorp2p.core.connection.PeerConnectionTest.reason;
import static org.reactorp2p.core.connection.TwoPeers.message;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason.AssemblyTimedOut;
import org.reactorp2p.core.connection.DisconnectReason.Consequence;
import org.reactorp2p.core.connection.DisconnectReason.FrameTooShort;
import org.reactorp2p.core.connection.DisconnectReason.Malformed;
import org.reactorp2p.core.connection.DisconnectReason.PeerDisconnected;
import org.reactorp2p.core.connection.DisconnectReason.Truncated;
import org.reactorp2p.core.connection.DisconnectReason.Undecipherable;
import org.reactorp2p.core.wire.Flaw;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;

/** An authenticated peer that breaks the rules: the dialler, who says what it likes. */
class HostilePeerTest {

  private final TwoPeers peers = new TwoPeers();
  private final PeerConnection<RawMessage> victim = peers.open(peers.listener);

  @AfterEach
  void close() {
    peers.close();
  }

  @Test
  void F_02_every_length_below_sixteen_ends_the_connection_without_punishment() {
    for (int length = 0; length < 16; length++) {
      try (TwoPeers pair = new TwoPeers()) {
        var target = pair.open(pair.listener);
        pair.run();
        pair.sayRaw(bytes(0, length, 1, 2, 3));
        assertThat(reason(target)).isEqualTo(new FrameTooShort());
        assertThat(reason(target).consequence()).isEqualTo(Consequence.NONE);
      }
    }
  }

  @Test
  void F_03_F_04_contents_the_original_reads_but_does_not_write_are_accepted() {
    List<RawMessage> received = collect(victim);
    for (int content : new int[] {65_517, 65_518, 65_519}) {
      byte[] plaintext = new byte[content];
      putInt(plaintext, content - 4);
      plaintext[5] = 0x10;
      peers.saySealed(plaintext);
    }
    assertThat(received).extracting(m -> m.body().length).containsExactly(65_511, 65_512, 65_513);
  }

  @Test
  void F_05_a_million_empty_frames_end_at_the_sixteenth() {
    peers.run();
    for (int i = 0; i < 15; i++) {
      peers.saySealed(new byte[0]);
    }
    assertThat(reason(victim)).isNull();
    peers.saySealed(new byte[0]);
    assertThat(reason(victim)).isEqualTo(new Malformed(Flaw.EMPTY_FRAMES, 0));
  }

  @Test
  void F_06_one_byte_frames_and_one_byte_segments_change_nothing() {
    List<RawMessage> received = collect(victim);
    byte[] encoded = encoded(0x10, 40);
    for (byte b : encoded) {
      byte[] frame = sealed(new byte[] {b});
      for (byte wire : frame) {
        peers.sayRaw(new byte[] {wire});
      }
    }
    assertThat(received).containsExactly(message(0x10, 40));
  }

  @Test
  void F_07_a_length_of_65535_and_three_bytes_hold_no_memory_and_end_by_the_deadline() {
    peers.run();
    peers.sayRaw(bytes(0xff, 0xff, 1, 2, 3));
    peers.pass(Duration.ofSeconds(59));
    assertThat(reason(victim)).isNull();
    peers.pass(Duration.ofSeconds(17));
    assertThat(reason(victim)).isEqualTo(new AssemblyTimedOut());
  }

  @Test
  void F_08_two_messages_in_a_frame_and_one_across_frames_are_accepted() {
    List<RawMessage> received = collect(victim);
    byte[] one = encoded(0x10, 5);
    byte[] two = encoded(0x11, 300);
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    peers.saySealed(Arrays.copyOf(both, 100), Arrays.copyOfRange(both, 100, both.length));
    assertThat(received).containsExactly(message(0x10, 5), message(0x11, 300));
  }

  @Test
  void F_09_an_end_at_any_byte_is_one_reason_and_no_partial_message() {
    byte[] probe = encoded(0x10, 50);
    int frameLength = FrameCodec.OVERHEAD + probe.length;
    for (int cut = 0; cut <= frameLength; cut++) {
      try (TwoPeers pair = new TwoPeers()) {
        var target = pair.open(pair.listener);
        List<RawMessage> received = collect(target);
        byte[] frame = new byte[frameLength];
        FrameCodec.putSealedLength(frame, 0, probe.length);
        System.arraycopy(probe, 0, frame, FrameCodec.OVERHEAD, probe.length);
        pair.dialler.sealer().seal(frame, FrameCodec.HEADER_LENGTH, probe.length);
        if (cut > 0) {
          pair.sayRaw(Arrays.copyOf(frame, cut));
        }
        pair.dialler.link().close().subscribe();
        pair.pass(Duration.ofSeconds(5));
        boolean whole = cut == 0 || cut == frameLength;
        assertThat(reason(target))
            .as("cut at %d", cut)
            .isEqualTo(whole ? new DisconnectReason.PeerClosed() : new Truncated("frame"));
        assertThat(received).hasSize(cut == frameLength ? 1 : 0);
      }
    }
  }

  @Test
  void M_01_claims_over_the_cap_end_at_once_and_smaller_ones_cost_nothing() {
    int[] refused = {0, 1, 100 * 1024 * 1024, Integer.MAX_VALUE, -1, Integer.MIN_VALUE};
    for (int claim : refused) {
      try (TwoPeers pair = new TwoPeers()) {
        var target = pair.open(pair.listener);
        pair.run();
        byte[] content = new byte[4];
        putInt(content, claim);
        pair.saySealed(content);
        assertThat(reason(target)).as("claim %d", claim).isInstanceOf(Malformed.class);
        assertThat(reason(target).consequence()).isEqualTo(Consequence.GREYLIST);
      }
    }
    byte[] legal = new byte[6];
    putInt(legal, TwoPeers.LARGEST_BODY + 2);
    legal[5] = 0x10;
    peers.run();
    peers.saySealed(legal);
    assertThat(reason(victim)).isNull();
    assertThat(peers.budget.used()).isZero();
  }

  @Test
  void M_02_a_disconnect_of_ninety_mebibytes_is_refused_after_six_bytes() {
    byte[] header = new byte[6];
    putInt(header, 90 << 20);
    header[5] = 1;
    peers.run();
    peers.saySealed(header);
    assertThat(reason(victim)).isInstanceOf(Malformed.class);
  }

  @Test
  void M_06_a_drip_inside_a_legal_message_ends_by_the_deadline() {
    peers.run();
    byte[] header = new byte[6];
    putInt(header, TwoPeers.LARGEST_BODY + 2);
    header[5] = 0x10;
    peers.saySealed(header);
    for (int i = 0; i < 4 && reason(victim) == null; i++) {
      peers.pass(Duration.ofSeconds(30));
      if (reason(victim) == null) {
        peers.saySealed(new byte[1]);
      }
    }
    assertThat(reason(victim)).isEqualTo(new AssemblyTimedOut());
  }

  @Test
  void M_06_a_slow_but_steady_message_is_left_alone() {
    List<RawMessage> received = collect(victim);
    byte[] large = encoded(0x10, 1_000_000);
    for (int at = 0; at < large.length; at += 30_000) {
      peers.saySealed(Arrays.copyOfRange(large, at, Math.min(large.length, at + 30_000)));
      peers.pass(Duration.ofSeconds(20));
    }
    assertThat(received).containsExactly(message(0x10, 1_000_000));
    assertThat(reason(victim)).isNull();
  }

  @Test
  void M_06_a_pause_of_ours_is_not_held_against_the_peer() {
    try (TwoPeers pair = new TwoPeers()) {
      var target = pair.open(pair.listener, PeerConnectionTest.config(100, 2), WireLimits.DEFAULT);
      pair.run();
      byte[] large = encoded(0x10, 1_000);
      byte[] both = Arrays.copyOf(large, large.length + 100);
      System.arraycopy(large, 0, both, large.length, 100);
      pair.saySealed(both); // one whole message, which fills the inbox, and the start of another
      pair.pass(Duration.ofHours(1));
      assertThat(reason(target)).isNull();
      List<RawMessage> received = collect(target);
      pair.saySealed(Arrays.copyOfRange(large, 100, large.length));
      assertThat(received).hasSize(2);
    }
  }

  @Test
  void M_13_a_flipped_bit_ends_the_connection_and_nobody_is_punished() {
    long seed = 13;
    SplittableRandom random = new SplittableRandom(seed);
    byte[] plain = encoded(0x10, 64);
    for (int trial = 0; trial < 200; trial++) {
      try (TwoPeers pair = new TwoPeers()) {
        var target = pair.open(pair.listener);
        List<RawMessage> received = collect(target);
        byte[] frame = new byte[FrameCodec.OVERHEAD + plain.length];
        FrameCodec.putSealedLength(frame, 0, plain.length);
        System.arraycopy(plain, 0, frame, FrameCodec.OVERHEAD, plain.length);
        pair.dialler.sealer().seal(frame, FrameCodec.HEADER_LENGTH, plain.length);
        int bit = random.nextInt(16, frame.length * 8);
        frame[bit / 8] ^= (byte) (1 << bit % 8);
        pair.sayRaw(frame);
        assertThat(reason(target)).as("seed %d bit %d", seed, bit).isEqualTo(new Undecipherable());
        assertThat(reason(target).consequence()).isEqualTo(Consequence.NONE);
        assertThat(received).isEmpty();
      }
    }
  }

  @Test
  void garbled_data_is_a_decoding_error() {
    peers.run();
    peers.saySealed(bytes(0xff, 0xff, 0xff, 0xff));
    assertThat(reason(victim)).isEqualTo(new Malformed(Flaw.INVALID_NUMBER, 0));
  }

  @Test
  void a_good_message_before_a_bad_one_in_the_same_frame_is_delivered() {
    List<RawMessage> received = collect(victim);
    byte[] good = encoded(0x10, 3);
    byte[] both = Arrays.copyOf(good, good.length + 6);
    putInt(both, good.length, 2);
    both[both.length - 1] = 0x0f; // no such tag
    peers.saySealed(both);
    assertThat(received).containsExactly(message(0x10, 3));
    assertThat(reason(victim)).isEqualTo(new Malformed(Flaw.UNKNOWN_TAG, 4));
  }

  @Test
  void P_17_what_follows_a_disconnect_is_ignored() {
    List<RawMessage> received = collect(victim);
    byte[] goodbye = bytes(0, 0, 0, 2, 0, 1);
    byte[] more = encoded(0x10, 3);
    byte[] both = Arrays.copyOf(goodbye, 6 + more.length);
    System.arraycopy(more, 0, both, 6, more.length);
    peers.saySealed(both);
    peers.saySealed(encoded(0x10, 3));
    peers.pass(Duration.ofSeconds(5));
    assertThat(received).isEmpty();
    assertThat(reason(victim)).isEqualTo(new PeerDisconnected());
  }

  @Test
  void unfinished_messages_draw_from_the_shared_budget_and_give_it_back() {
    AssemblyBudget budget = new AssemblyBudget(300_000);
    try (TwoPeers pair = new TwoPeers(budget)) {
      var target = pair.open(pair.listener);
      pair.run();
      byte[] large = encoded(0x10, 1_000_000);
      for (int at = 0; at < 400_000; at += 50_000) {
        pair.saySealed(Arrays.copyOfRange(large, at, at + 50_000));
      }
      assertThat(budget.used()).isPositive();
      target.disconnect(new DisconnectReason.Requested("enough"));
      pair.pass(Duration.ofSeconds(5));
      assertThat(budget.used()).isZero();
    }
  }

  @Test
  void Q_02_a_frame_full_of_tiny_messages_on_top_of_a_full_inbox_is_in_the_formula() {
    var one = new MailboxLimits(1, 1);
    var config = new ConnectionConfig(MailboxLimits.DEFAULT, one, one, Duration.ofMinutes(1), 1);
    try (TwoPeers pair = new TwoPeers()) {
      var target = pair.open(pair.listener, config, WireLimits.DEFAULT);
      pair.run();
      int length = 128 - MailboxLimits.OVERHEAD;
      for (int frame = 0; frame < 8; frame++) {
        pair.saySealed(repeated(encoded(0x10, length - 6), 1_023));
      }
      int filled = target.stat().inboxQueued();
      byte[] tiny = encoded(0x10, 0);
      pair.saySealed(repeated(tiny, 65_519 / tiny.length));

      int more = target.stat().inboxQueued() - filled;
      assertThat(more).as("tiny messages").isGreaterThan(10_000);
      long charged = filled * 128L + (long) more * (tiny.length + MailboxLimits.OVERHEAD);
      assertThat(charged).isLessThanOrEqualTo(config.memoryPerConnection(length));
    }
  }

  private static byte[] repeated(byte[] bytes, int times) {
    byte[] all = new byte[bytes.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(bytes, 0, all, i * bytes.length, bytes.length);
    }
    return all;
  }

  @Test
  void who_holds_nothing_of_the_budget_may_wait_for_it_longer_than_any_window() {
    AssemblyBudget budget = new AssemblyBudget(300_000);
    try (TwoPeers pair = new TwoPeers(budget)) {
      budget.reserve(300_000); // by others, who take their time
      var target = pair.open(pair.listener);
      List<RawMessage> received = collect(target);
      pair.run();
      var patient = ConnectionConfig.DEFAULT.withStallWindow(Duration.ofHours(1));
      pair.open(pair.dialler, patient, WireLimits.DEFAULT).tryEmitNext(message(0x10, 200_000));
      pair.pass(Duration.ofMinutes(10));
      assertThat(reason(target)).as("not the fault of this peer").isNull();

      budget.release(300_000);
      pair.run();

      assertThat(received).hasSize(1);
    }
  }

  private byte[] sealed(byte[] content) {
    byte[] frame = new byte[FrameCodec.OVERHEAD + content.length];
    FrameCodec.putSealedLength(frame, 0, content.length);
    System.arraycopy(content, 0, frame, FrameCodec.OVERHEAD, content.length);
    peers.dialler.sealer().seal(frame, FrameCodec.HEADER_LENGTH, content.length);
    return frame;
  }

  private static byte[] encoded(int tag, int length) {
    byte[] bytes = new byte[6 + length];
    Arrays.fill(bytes, (byte) tag);
    putInt(bytes, 2 + length);
    bytes[4] = 0;
    bytes[5] = (byte) tag;
    return bytes;
  }

  private static void putInt(byte[] bytes, int value) {
    putInt(bytes, 0, value);
  }

  private static void putInt(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >> (24 - 8 * i));
    }
  }
}
