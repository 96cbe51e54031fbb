/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Inet4Address;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.model.Point;

class PointVectorsTest {

  static Stream<JsonNode> points() {
    return Vectors.of("point");
  }

  @ParameterizedTest
  @MethodSource("points")
  void points_are_written_as_octez_writes_them(JsonNode vector) {
    Point point = Point.parse(Vectors.text(vector, "input"));
    assertThat(point).hasToString(Vectors.text(vector, "canonical"));
    assertThat(PointCodec.INSTANCE.toBytes(point)).isEqualTo(Vectors.bytes(vector, "hex"));
    assertThat(asV6(point)).isEqualTo(Vectors.bytes(vector, "addr_octets_v6"));
  }

  static Stream<JsonNode> decodings() {
    return Vectors.of("point_decoding");
  }

  @ParameterizedTest
  @MethodSource("decodings")
  void points_are_accepted_and_refused_as_octez_does(JsonNode vector) {
    byte[] bytes = Vectors.bytes(vector, "hex");
    if (vector.path("accepted").asBoolean()) {
      assertThat(PointCodec.INSTANCE.ofBytes(bytes)).hasToString(Vectors.text(vector, "decoded"));
    } else {
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> PointCodec.INSTANCE.ofBytes(bytes))
          .extracting(MalformedException::flaw)
          .isEqualTo(Vectors.flaw(Vectors.text(vector, "error")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[::]:0=[::]:0",
        "[::ffff:10.0.0.1]:1=10.0.0.1:1",
        "[10.0.0.1]:1=10.0.0.1:1",
        "[FE80::ABCD]:1=[fe80::abcd]:1",
        "[00001::]:1=[1::]:1",
        "[1:2:3:4:5:6:7::]:1=[1:2:3:4:5:6:7:0]:1",
        "[::2:3:4:5:6:7:8]:1=[0:2:3:4:5:6:7:8]:1",
        "[1:0:0:2:0:0:3:4]:1=[1::2:0:0:3:4]:1",
        "[1:2:3:4:5:6:1.2.3.4]:1=[1:2:3:4:5:6:102:304]:1",
        "[::1.2.3.4]:1=[::102:304]:1",
        "224.0.0.1:1=224.0.0.1:1",
        "1.2.3.4:00065535=1.2.3.4:65535",
        "1.2.3.4:1#idsrqBa2D6K4ZtRrLc2pR6mKJHiF9G=1.2.3.4:1",
      })
  void M_07_odd_points_are_read(String textAndCanonical) {
    String[] parts = textAndCanonical.split("=");
    assertThat(decode(parts[0])).hasToString(parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":1",
        "_:1",
        "1.2.3.4",
        "1.2.3.4:",
        "127.0.0.1:99999",
        "127.0.0.1:-1",
        "127.0.0.1:4294967297",
        "127.0.0.1:1:2",
        "1.2.3:4",
        "1.2.3.4.5:1",
        "1.2.3.:1",
        "1..2.3:1",
        "1.2.3.256:1",
        "1.2.3.04:1",
        "1.2.3.4 :1",
        "host:80",
        "localhost:80",
        "fe80::1%eth0",
        "[fe80::1%eth0]:1",
        "fe80::1:80",
        "[fe80::1]",
        "[fe80::1",
        "[]:1",
        "[:]:1",
        "[:::]:1",
        "[1::2::3]:1",
        "[1:2:3:4:5:6:7]:1",
        "[1:2:3:4:5:6:7:8:9]:1",
        "[1:2:3:4::5:6:7:8]:1",
        "[1:2:3:4:5:6:7:1.2.3.4]:1",
        "[1.2.3.4::]:1",
        "[::1.2.3.4:5]:1",
        "[12345::]:1",
        "[g::]:1",
        "[1:]:1",
        "[[::1]]:1",
        "1.2.3.4:1#",
        "1.2.3.4:1#id",
        "1.2.3.4:1#idsrqBa2D6K4ZtRrLc2pR6mKJHiF9H",
        "1.2.3.4\0:1",
        "1.2.3.4:1\0",
        "1.2.3.\u0664:1",
      })
  void M_07_bad_points_are_refused_without_a_lookup(String text) {
    assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> decode(text));
    if (text.indexOf('#') < 0) {
      assertThatIllegalArgumentException().isThrownBy(() -> Point.parse(text));
    }
  }

  @Test
  void M_07_three_hundred_characters_are_refused_by_their_length() {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> decode("1".repeat(300)))
        .extracting(MalformedException::flaw)
        .isEqualTo(Flaw.SIZE_LIMIT);
    assertThatIllegalArgumentException().isThrownBy(() -> Point.parse("1".repeat(300)));
  }

  @Test
  void text_of_a_peer_is_escaped_and_cut_in_the_message() {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> decode("\u001b[31m\r\nhost:80"))
        .withMessage(
            "'\\x1b[31m\\x0d\\x0ahost:80' is not a numeric address and port:"
                + " an IPv4 address has four octets at byte 4");
  }

  private static Point decode(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return PointCodec.INSTANCE.ofBytes(new WireWriter(1_000).dynamicBytes(bytes).toBytes());
  }

  private static byte[] asV6(Point point) {
    byte[] octets = point.address().getAddress();
    if (point.address() instanceof Inet4Address) {
      byte[] mapped = Arrays.copyOf(HexFormat.of().parseHex("00000000000000000000ffff"), 16);
      System.arraycopy(octets, 0, mapped, 12, 4);
      return mapped;
    }
    return octets;
  }
}
