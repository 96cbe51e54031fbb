/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.NumericAddress;

class BlockCountsTest {

  private static InetAddress at(String address) {
    return NumericAddress.parse(address);
  }

  @Test
  void neighbours_are_counted_by_what_they_share() {
    BlockCounts counts =
        BlockCounts.of(List.of(at("192.0.2.1"), at("192.0.2.1"), at("192.0.2.9"), at("192.0.3.1")));
    assertThat(counts.around(at("192.0.2.1"), 32)).isEqualTo(2);
    assertThat(counts.around(at("192.0.2.77"), 24)).isEqualTo(3);
    assertThat(counts.around(at("::ffff:192.0.2.1"), 32)).as("mapped").isEqualTo(2);
    assertThat(counts.around(at("198.51.100.1"), 24)).isZero();
  }

  @Test
  void a_household_and_a_site_are_counted_for_ipv6() {
    BlockCounts counts =
        BlockCounts.of(
            List.of(at("2001:db8:0:1::1"), at("2001:db8:0:1::2"), at("2001:db8:0:2::1")));
    assertThat(counts.around(at("2001:db8:0:1::1"), 128)).isEqualTo(1);
    assertThat(counts.around(at("2001:db8:0:1::9"), 64)).isEqualTo(2);
    assertThat(counts.around(at("2001:db8::"), 48)).isEqualTo(3);
  }

  @Test
  void what_is_not_counted_is_not_answered() {
    assertThatThrownBy(() -> new BlockCounts().around(at("192.0.2.1"), 16))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void after_any_comings_and_goings_it_is_as_if_counted_anew() {
    var random = new Random(5);
    var counts = new BlockCounts();
    List<InetAddress> held = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      if (held.isEmpty() || random.nextInt(5) > 1) {
        InetAddress one = at("10.0." + random.nextInt(3) + "." + random.nextInt(4));
        held.add(one);
        counts.add(one);
      } else {
        counts.remove(held.remove(random.nextInt(held.size())));
      }
    }
    BlockCounts anew = BlockCounts.of(held);
    for (int third = 0; third < 3; third++) {
      InetAddress one = at("10.0." + third + ".1");
      assertThat(counts.around(one, 32)).isEqualTo(anew.around(one, 32));
      assertThat(counts.around(one, 24)).isEqualTo(anew.around(one, 24));
    }
    held.forEach(counts::remove);
    assertThat(counts.around(at("10.0.0.1"), 24)).isZero();
  }
}
