/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactorp2p.core.model.NumericAddress;

class AddressBlockTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.0/24",
    "192.0.2.7, 192.0.2.7",
    "192.0.2.7/32, 192.0.2.7",
    "0.0.0.0/0, 0.0.0.0/0",
    "2001:DB8::/32, 2001:db8::/32",
    "2001:db8::1/128, 2001:db8::1",
    "::/0, ::/0",
    "::ffff:192.0.2.0/120, 192.0.2.0/24",
    "::ffff:192.0.2.7, 192.0.2.7",
    "::ffff:0:0/96, 0.0.0.0/0"
  })
  void what_is_read_is_written_in_its_one_form(String text, String canonical) {
    assertThat(AddressBlock.parse(text)).hasToString(canonical);
    assertThat(AddressBlock.parse(canonical)).isEqualTo(AddressBlock.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1/24 | bits beyond its prefix: the block is 192.0.2.0/24",
        "2001:db8::1/64 | the block is 2001:db8::/64",
        "192.0.2.0/33 | 0 to 32, not 33",
        "::/129 | 0 to 128, not 129",
        "192.0.2.0/ | a number of bits",
        "192.0.2.0/-1 | a number of bits",
        "192.0.2.0/024 | a number of bits",
        "192.0.2.0/24/8 | a number of bits",
        "192.0.2/24 | four octets",
        "example.org/24 | not a numeric address",
        "::ffff:192.0.2.0/64 | mixes IPv4 and IPv6"
      })
  void everything_else_is_refused_with_a_sentence(String text, String sentence) {
    assertThatThrownBy(() -> AddressBlock.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/25, 192.0.2.127, true",
    "192.0.2.0/25, 192.0.2.128, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "::/0, 192.0.2.7, false",
    "::/0, ffff::1, true",
    "2001:db8::/61, 2001:db8:0:7::1, true",
    "2001:db8::/61, 2001:db8:0:8::1, false",
    "192.0.2.0/24, ::ffff:192.0.2.9, true"
  })
  void an_address_lies_in_a_block_or_not(String block, String address, boolean inside) {
    assertThat(AddressBlock.parse(block).contains(NumericAddress.parse(address))).isEqualTo(inside);
  }

  @Test
  void a_household_is_an_IPv4_address_or_an_IPv6_64() {
    assertThat(AddressBlock.household(NumericAddress.parse("192.0.2.7"))).hasToString("192.0.2.7");
    assertThat(AddressBlock.household(NumericAddress.parse("2001:db8::1:2:3:4")))
        .hasToString("2001:db8::/64");
  }
}
