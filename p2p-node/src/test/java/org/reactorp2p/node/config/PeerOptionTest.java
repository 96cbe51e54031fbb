/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.crypto.identity.PeerId;

class PeerOptionTest {

  private static final String ALICE = "idrAta9tLVKFCVMECJb62aQXbEBYBo";

  @Test
  void reads_a_host_a_port_and_perhaps_an_id() {
    assertThat(PeerOption.parse("[::1]:9732").expected()).isEmpty();
    PeerOption alice = PeerOption.parse("localhost:9732#" + ALICE);
    assertThat(alice.expected()).contains(PeerId.parse(ALICE));
    assertThat(alice.resolve()).hasToString("127.0.0.1:9732#" + ALICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:0",
        "localhost",
        "#",
        "localhost:1#",
        "localhost:1#idrAta",
        "localhost:1##" + ALICE,
        "localhost:1#idrAta9tLVKFCVMECJb62aQXbEBYBp",
        "localhost:1#" + ALICE + " "
      })
  void refuses_everything_else_with_a_sentence(String text) {
    assertThatThrownBy(() -> PeerOption.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'");
  }
}
