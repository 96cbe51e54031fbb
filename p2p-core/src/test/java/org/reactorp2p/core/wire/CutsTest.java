/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/** What is decoded, and what is refused, does not depend on where the bytes were cut. */
class CutsTest {

  private static final PeerMessageCodec<RawMessage> CODEC =
      new PeerMessageCodec<>(Vectors.APPLICATION, WireLimits.DEFAULT);

  @Test
  void F_06_good_messages_are_the_same_for_every_cut() {
    Seeded.times(
        300,
        random -> {
          byte[] stream = stream(random, 12);
          Outcome whole = outcome(stream, List.of(stream.length));
          assertThat(whole.flaw()).isNull();
          assertThat(whole.messages()).hasSize(12);
          assertSameHoweverCut(stream, whole, random);
        });
  }

  @Test
  void F_06_bad_messages_are_refused_alike_for_every_cut() {
    Seeded.times(
        2_000,
        random -> {
          byte[] stream = stream(random, 4);
          for (int i = 0; i <= random.nextInt(3); i++) {
            stream[random.nextInt(stream.length)] ^= (byte) (1 << random.nextInt(8));
          }
          assertSameHoweverCut(stream, outcome(stream, List.of(stream.length)), random);
        });
  }

  private static void assertSameHoweverCut(byte[] stream, Outcome whole, SplittableRandom random) {
    assertThat(outcome(stream, repeat(1, stream.length))).isEqualTo(whole);
    for (int i = 0; i < 3; i++) {
      int longest = Seeded.logUniform(random, stream.length);
      List<Integer> cuts =
          IntStream.range(0, stream.length).map(at -> random.nextInt(longest + 1)).boxed().toList();
      assertThat(outcome(stream, cuts)).isEqualTo(whole);
    }
  }

  @Test
  void F_06_memory_stays_within_the_message_and_growing_copies_little() {
    byte[] body = new byte[1 << 20];
    byte[] message =
        CODEC.encode(new PeerMessage.Application<>(new RawMessage(0x21, body))).toBytes();
    var feeder = new Feeder(CODEC);
    int largest = 0;
    for (byte next : message) {
      feeder.feed(next);
      int held = feeder.assembler().reservedBytes();
      assertThat(held).isLessThanOrEqualTo(Math.max(64, 2 * feeder.assembler().partialLength()));
      largest = Math.max(largest, held);
    }
    assertThat(feeder.messages()).hasSize(1);
    assertThat(largest).isLessThanOrEqualTo(message.length);
    assertThat(feeder.assembler().reservedBytes()).isZero();
  }

  private static List<Integer> repeat(int length, int times) {
    return IntStream.range(0, times).map(i -> length).boxed().toList();
  }

  /** All that an observer of the assembler can see. */
  private record Outcome(
      List<PeerMessage<RawMessage>> messages,
      List<Integer> lengths,
      @Nullable Flaw flaw,
      int offset,
      int partial) {}

  private static Outcome outcome(byte[] stream, List<Integer> cuts) {
    var feeder = new Feeder(CODEC);
    int at = 0;
    try {
      for (int cut : cuts) {
        int length = Math.min(cut, stream.length - at);
        if (length > 0) {
          feeder.feed(stream, at, length);
        }
        at += length;
      }
      if (at < stream.length) {
        feeder.feed(stream, at, stream.length - at);
      }
    } catch (MalformedException e) {
      return new Outcome(feeder.messages(), feeder.lengths(), e.flaw(), e.offset(), 0);
    }
    int partial = feeder.assembler().partialLength();
    return new Outcome(feeder.messages(), feeder.lengths(), null, -1, partial);
  }

  private static byte[] stream(SplittableRandom random, int count) {
    var out = new WireWriter(1_000_000);
    for (int i = 0; i < count; i++) {
      CODEC.encode(message(random), out);
    }
    return out.toBytes();
  }

  private static PeerMessage<RawMessage> message(SplittableRandom random) {
    return switch (random.nextInt(7)) {
      case 0 -> new PeerMessage.Bootstrap<>();
      case 1 -> new PeerMessage.Disconnect<>();
      case 2 -> new PeerMessage.Advertise<>(points(random));
      case 3 -> new PeerMessage.SwapRequest<>(point(random), peer(random));
      case 4 -> new PeerMessage.SwapAck<>(point(random), peer(random));
      case 5 -> application(0x20, new WireWriter(9_000).dynamicBytes(content(random)).toBytes());
      default -> application(0x21, content(random));
    };
  }

  private static PeerMessage<RawMessage> application(int tag, byte[] body) {
    return new PeerMessage.Application<>(new RawMessage(tag, body));
  }

  private static byte[] content(SplittableRandom random) {
    return Seeded.bytes(random, Seeded.logUniform(random, 3_000));
  }

  private static List<Point> points(SplittableRandom random) {
    return IntStream.range(0, random.nextInt(101)).mapToObj(i -> point(random)).toList();
  }

  private static Point point(SplittableRandom random) {
    byte[] octets = Seeded.bytes(random, random.nextBoolean() ? 4 : 16);
    try {
      return new Point(InetAddress.getByAddress(octets), random.nextInt(65_536));
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static PeerId peer(SplittableRandom random) {
    return PeerId.of(Seeded.bytes(random, PeerId.LENGTH));
  }
}
