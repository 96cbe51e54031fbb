/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericAddressTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1",
    "[10.0.0.1], 10.0.0.1",
    "2001:DB8::0:1, 2001:db8::1",
    "[::1], ::1",
    "::ffff:192.0.2.7, 192.0.2.7"
  })
  void what_is_read_is_written_in_its_one_form(String text, String canonical) {
    assertThat(NumericAddress.text(NumericAddress.parse(text))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "localhost",
        "10.0.0",
        "10.0.0.1:80",
        "01.2.3.4",
        "::1%eth0",
        "[::1",
        "1:2"
      })
  void everything_else_is_refused_with_a_sentence(String text) {
    assertThatThrownBy(() -> NumericAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "' is not a numeric address");
  }
}
