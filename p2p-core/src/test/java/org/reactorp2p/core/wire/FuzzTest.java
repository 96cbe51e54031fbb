/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/** Every decode survives any bytes with a value or a {@link MalformedException}, nothing else. */
class FuzzTest {

  private static final List<Point> POINTS =
      List.of(Point.parse("192.0.2.1:9732"), Point.parse("[2001:db8::1]:9732"));

  private static final PeerMessageCodec<RawMessage> RAW =
      new PeerMessageCodec<>(Vectors.APPLICATION, WireLimits.DEFAULT);

  private static final PeerMessageCodec<String> TEXT =
      new PeerMessageCodec<>(MessageCodec.text(0x10, 1_000), WireLimits.DEFAULT);

  @Test
  void connection_messages() {
    byte[] frame =
        HexFormat.of()
            .parseHex(
                "00672604"
                    + "8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f"
                    + "000000000000000000000000000000000000000005aa68d3"
                    + "404142434445464748494a4b4c4d4e4f5051525354555657"
                    + "0000000d54455a4f535f4d41494e4e455400020001");
    survives(frame, bytes -> stable(ConnectionMessage.ofFrame(bytes).toFrame(), bytes));
  }

  @Test
  void network_versions() {
    survives(
        HexFormat.of().parseHex("0000000d54455a4f535f4d41494e4e455400020001"),
        bytes -> stable(again(NetworkVersionCodec.INSTANCE, bytes), bytes));
  }

  @Test
  void metadata() {
    survives(new byte[] {-1, 0}, MetadataCodec.OCTEZ::ofBytes);
  }

  @Test
  void acks() {
    var nack = new Ack.Nack(NackMotive.ALREADY_CONNECTED, POINTS);
    survives(Ack.CODEC.toBytes(nack), bytes -> again(Ack.CODEC, bytes));
  }

  @Test
  void points() {
    for (Point point : POINTS) {
      survives(PointCodec.INSTANCE.toBytes(point), bytes -> again(PointCodec.INSTANCE, bytes));
    }
  }

  @Test
  void messages() {
    PeerId peer = PeerId.of(new byte[16]);
    for (var message :
        List.<PeerMessage<RawMessage>>of(
            new PeerMessage.Bootstrap<>(),
            new PeerMessage.Advertise<>(POINTS),
            new PeerMessage.SwapRequest<>(POINTS.get(1), peer),
            new PeerMessage.Application<>(new RawMessage(0x20, new byte[] {0, 0, 0, 1, 9})))) {
      survives(RAW.encode(message).toBytes(), RAW::decode);
      survives(RAW.encode(message).toBytes(), bytes -> new Feeder(RAW).feed(bytes));
    }
    survives(TEXT.encode(new PeerMessage.Application<>("h\u00e9llo")).toBytes(), TEXT::decode);
  }

  @Test
  void frames() {
    survives(
        new byte[] {0, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        bytes -> {
          var frames = FrameAssembler.sealed();
          int at = 0;
          while (at < bytes.length) {
            at = frames.feed(bytes, at, bytes.length);
            if (frames.isComplete()) {
              frames.next();
            }
          }
        });
  }

  /** Feeds random bytes, and the good ones flipped, cut, lengthened and overwritten. */
  private static void survives(byte[] good, Consumer<byte[]> decode) {
    decode.accept(good);
    Seeded.times(
        20_000,
        random -> {
          byte[] bytes =
              random.nextInt(4) == 0
                  ? Seeded.bytes(random, random.nextInt(200))
                  : mutated(good, random);
          try {
            decode.accept(bytes);
          } catch (MalformedException expected) {
            assertThat(expected.offset()).isBetween(0, bytes.length);
            assertThat(expected.getMessage()).isPrintable();
          }
        });
  }

  private static byte[] mutated(byte[] good, SplittableRandom random) {
    byte[] bytes =
        Arrays.copyOf(good, random.nextInt(2) == 0 ? good.length : random.nextInt(good.length + 8));
    for (int i = 0; i < 1 + random.nextInt(3) && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) 0xff;
            case 1 -> 0;
            case 2 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
            default -> (byte) random.nextInt();
          };
    }
    return bytes;
  }

  private static <T> byte[] again(Codec<T> codec, byte[] bytes) {
    T value = codec.ofBytes(bytes);
    byte[] written = codec.toBytes(value);
    assertThat(codec.ofBytes(written)).isEqualTo(value);
    return written;
  }

  private static void stable(byte[] written, byte[] read) {
    assertThat(written).isEqualTo(read);
  }
}
