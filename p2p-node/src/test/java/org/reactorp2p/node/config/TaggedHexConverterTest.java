/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.wire.RawMessage;
import picocli.CommandLine.TypeConversionException;

class TaggedHexConverterTest {

  private final TaggedHexConverter converter = new TaggedHexConverter();

  @Test
  void reads_a_tag_and_a_body_in_hex() {
    assertThat(converter.convert("0x20:00fF"))
        .isEqualTo(new RawMessage(0x20, new byte[] {0, (byte) 0xff}));
    assertThat(converter.convert("10:")).isEqualTo(new RawMessage(0x10, new byte[0]));
    assertThat(converter.convert("ffff:01").tag()).isEqualTo(0xffff);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", ":00", "0x:00", "10:0", "10:0g", "10000:00", "10 :00", "-10:00"})
  void refuses_what_has_not_that_form(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("TAG:HEX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0:00", "0x05:00", "f:"})
  void refuses_tags_that_belong_to_the_protocol(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("0x10 and 0xffff");
  }
}
