/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.PublicKey;

/** Rows H of the hostile world, as far as reading alone can show them. */
class HandshakeRowsTest {

  private static final String ALICE =
      "00672604"
          + "8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f"
          + "000000000000000000000000000000000000000005aa68d3"
          + "404142434445464748494a4b4c4d4e4f5051525354555657"
          + "0000000d54455a4f535f4d41494e4e455400020001";

  @Test
  void the_clear_frame_of_the_reference_is_written_and_read_to_the_byte() {
    ConnectionMessage alice = alice(OptionalInt.of(9732), ChainName.of("TEZOS_MAINNET"));
    assertThat(alice.toFrame()).isEqualTo(hex(ALICE));
    assertThat(ConnectionMessage.ofFrame(hex(ALICE))).isEqualTo(alice);
    assertThat(alice.publicKey().peerId()).hasToString("idrAta9tLVKFCVMECJb62aQXbEBYBo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TEZOS",
        "TEZOS_MAINNET ",
        "TEZOS_MAINNET\0",
        "tezos_mainnet",
        "T\u0415ZOS_MAINNET",
        "\uff34EZOS_MAINNET",
        "SANDBOXED_TEZOS_MAINNET",
      })
  void H_10_names_are_read_exactly_and_equal_only_themselves(String name) {
    ChainName chain = ChainName.of(name);
    ConnectionMessage read = ConnectionMessage.ofFrame(alice(OptionalInt.empty(), chain).toFrame());
    assertThat(read.version().chainName()).isEqualTo(chain);
    assertThat(chain).isNotEqualTo(ChainName.of("TEZOS_MAINNET"));
  }

  @Test
  void H_10_bytes_that_are_no_text_are_a_name_like_any_other() {
    ChainName chain = ChainName.of(new byte[] {-1, 0, 13, 10, 27, '[', '3', '1', 'm', '\\'});
    ConnectionMessage read = ConnectionMessage.ofFrame(alice(OptionalInt.empty(), chain).toFrame());
    assertThat(read.version().chainName()).isEqualTo(chain);
    assertThat(chain).hasToString("\\xff\\x00\\x0d\\x0a\\x1b[31m\\\\");
    assertThat(ChainName.of("x".repeat(1_000))).hasToString("x".repeat(64) + "...");
  }

  @Test
  void H_10_a_name_is_as_long_as_a_frame_allows_and_no_longer() {
    ChainName longest = ChainName.of(new byte[ChainName.MAX_LENGTH]);
    byte[] frame = alice(OptionalInt.empty(), longest).toFrame();
    assertThat(frame).hasSize(2 + 65_535);
    assertThat(ConnectionMessage.ofFrame(frame).version().chainName()).isEqualTo(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChainName.of(new byte[ChainName.MAX_LENGTH + 1]));
  }

  @Test
  void H_10_a_claim_of_a_mebibyte_is_refused_before_it_costs_memory() {
    byte[] frame = hex(ALICE);
    System.arraycopy(hex("00100000"), 0, frame, 84, 4);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> ConnectionMessage.ofFrame(frame))
        .extracting(MalformedException::flaw)
        .isEqualTo(Flaw.SIZE_LIMIT);
  }

  @Test
  void H_10_versions_are_unsigned() {
    var version = new NetworkVersion(ChainName.of("x"), 65_535, 0);
    byte[] bytes = NetworkVersionCodec.INSTANCE.toBytes(version);
    assertThat(bytes).isEqualTo(hex("0000000178ffff0000"));
    assertThat(NetworkVersionCodec.INSTANCE.ofBytes(bytes)).isEqualTo(version);
  }

  @Test
  void H_13_a_hundred_points_pass_and_the_next_is_refused() {
    Point point = Point.parse("[1111:2222:3333:4444:5555:6666:7777:8888]:65535");
    var nack = new Ack.Nack(NackMotive.NO_MOTIVE, Collections.nCopies(100, point));
    byte[] bytes = Ack.CODEC.toBytes(nack);
    assertThat(bytes).hasSize(5_107);
    assertThat(Ack.CODEC.ofBytes(bytes)).isEqualTo(nack);

    var tooMany = new WireWriter(10_000).u8(1).u16(0).i32(101 * 51);
    for (int i = 0; i < 101; i++) {
      PointCodec.INSTANCE.encode(point, tooMany);
    }
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> Ack.CODEC.ofBytes(tooMany.toBytes()))
        .matches(e -> e.flaw() == Flaw.LIST_TOO_LONG && e.offset() == 5_107);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ack.Nack(NackMotive.NO_MOTIVE, Collections.nCopies(101, point)));
  }

  @Test
  void H_13_an_unknown_motive_is_kept_as_it_came() {
    byte[] bytes = hex("01ffff00000000");
    Ack.Nack nack = (Ack.Nack) Ack.CODEC.ofBytes(bytes);
    assertThat(nack.motive()).isEqualTo(new NackMotive(-1)).hasToString("unknown motive -1");
    assertThat(Ack.CODEC.toBytes(nack)).isEqualTo(bytes);
  }

  @Test
  void H_13_a_nack_of_version_zero_is_one_byte() {
    assertThat(Ack.CODEC.toBytes(new Ack.NackV0())).isEqualTo(hex("ff"));
    assertThat(Ack.CODEC.ofBytes(hex("ff"))).isEqualTo(new Ack.NackV0());
  }

  @Test
  void H_13_other_tags_are_unknown() {
    for (int tag = 2; tag < 255; tag++) {
      byte[] bytes = {(byte) tag};
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> Ack.CODEC.ofBytes(bytes))
          .extracting(MalformedException::flaw)
          .isEqualTo(Flaw.UNKNOWN_TAG);
    }
  }

  @Test
  void H_18_port_zero_is_none_and_the_others_are_themselves() {
    for (int port : new int[] {1, 9732, 65_535}) {
      assertThat(portAsRead(OptionalInt.of(port))).hasValue(port);
    }
    assertThat(portAsRead(OptionalInt.empty())).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> alice(OptionalInt.of(0), ChainName.of("x")));
  }

  @Test
  void H_18_a_peer_without_a_port_has_no_point() {
    Point remote = Point.parse("[::ffff:10.0.0.1]:40000");
    var silent = new IdPoint(remote.address(), OptionalInt.empty());
    var listening = new IdPoint(remote.address(), OptionalInt.of(9732));
    assertThat(silent.point()).isEmpty();
    assertThat(silent).hasToString("10.0.0.1");
    assertThat(listening.point()).contains(Point.parse("10.0.0.1:9732"));
    assertThat(listening).hasToString("10.0.0.1:9732");
  }

  private static OptionalInt portAsRead(OptionalInt port) {
    return ConnectionMessage.ofFrame(alice(port, ChainName.of("x")).toFrame()).port();
  }

  private static ConnectionMessage alice(OptionalInt port, ChainName chain) {
    return new ConnectionMessage(
        port,
        PublicKey.ofHex("8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f"),
        ProofOfWorkStamp.ofHex("000000000000000000000000000000000000000005aa68d3"),
        MessageNonce.of(hex("404142434445464748494a4b4c4d4e4f5051525354555657")),
        new NetworkVersion(chain, 2, 1));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
