/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointTest {

  @Test
  void a_name_and_a_zone_that_came_along_are_forgotten() throws UnknownHostException {
    byte[] v6 = InetAddress.getByName("fe80::1").getAddress();
    var zoned = new Point(Inet6Address.getByAddress("eth0.example", v6, 3), 9732);
    assertThat(zoned).isEqualTo(Point.parse("[fe80::1]:9732")).hasToString("[fe80::1]:9732");
    assertThat(zoned.address().toString()).startsWith("/");
    var named = new Point(InetAddress.getByAddress("node.example", new byte[] {10, 0, 0, 1}), 1);
    assertThat(named).isEqualTo(Point.parse("10.0.0.1:1"));
    assertThat(named.address().toString()).startsWith("/");
  }

  @Test
  void a_mapped_address_is_the_ipv4_address_it_stands_for() {
    assertThat(Point.parse("[::ffff:10.0.0.1]:80")).isEqualTo(Point.parse("10.0.0.1:80"));
  }

  @Test
  void a_resolved_socket_address_is_a_point_and_back() {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9732);
    assertThat(Point.of(address).toSocketAddress()).isEqualTo(address);
  }

  @Test
  void an_unresolved_socket_address_is_no_point() {
    var unresolved = InetSocketAddress.createUnresolved("node.example", 9732);
    assertThatIllegalArgumentException().isThrownBy(() -> Point.of(unresolved));
  }

  @Test
  void text_and_point_are_each_other() throws UnknownHostException {
    long seed = 20_261_122L;
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 50_000; i++) {
      var octets = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(octets);
      for (int at = 0; at < octets.length; at++) {
        octets[at] = random.nextInt(3) == 0 ? octets[at] : 0; // runs of zeros to elide
      }
      var point = new Point(InetAddress.getByAddress(octets), random.nextInt(65_536));
      assertThat(Point.parse(point.toString())).as("seed %d, run %d", seed, i).isEqualTo(point);
      assertThat(point.toString()).hasSizeLessThanOrEqualTo(47);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "host:80, an IPv4 address has four octets",
    "1.2.3.4, the port is missing",
    "1.2.3.4:, the port is missing",
    "1.2.3.4:99999, a port is within 0 to 65535",
    "1.2.3.4:x, a port has digits only",
    "1.2.3.04:1, an IPv4 octet has no leading zero",
    "1.2.3.256:1, an IPv4 octet is at most 255",
    "[1::2::3]:1, an IPv6 group is empty",
    "[fe80::1%eth0]:1, an IPv6 group has hexadecimal digits only",
    "[1:2]:1, an IPv6 address has eight groups",
  })
  void what_is_wrong_is_said_in_a_sentence(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Point.parse(text))
        .withMessage("'" + text + "' is not a numeric address and port: " + why);
  }

  @Test
  void ports_out_of_range_are_refused() {
    InetAddress any = InetAddress.getLoopbackAddress();
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(any, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Point(any, 65_536));
  }
}
