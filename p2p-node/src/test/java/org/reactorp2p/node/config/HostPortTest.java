/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.node.cli.BadInputException;

class HostPortTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9732, 127.0.0.1:9732",
    "[::1]:0, [::1]:0",
    "[::ffff:10.0.0.1]:80, 10.0.0.1:80",
    "localhost:65535, 127.0.0.1:65535"
  })
  void reads_addresses_and_names(String text, String point) {
    assertThat(HostPort.parse(text).resolve()).hasToString(point);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "host",
        "host:",
        ":80",
        "::1:80",
        "host:-1",
        "host:65536",
        "host:99999999999",
        "host:8o",
        "ho st:80",
        "host:80 ",
        "http://host:80",
        "[]:80",
        "[::1:80",
        "user@host:80",
        "hôte:80"
      })
  void refuses_everything_else_with_a_sentence(String text) {
    assertThatThrownBy(() -> HostPort.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' cannot be used: ");
  }

  @Test
  void a_host_nobody_knows_is_bad_input() {
    assertThatThrownBy(() -> HostPort.parse("a..b:80").resolve())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a..b");
  }
}
