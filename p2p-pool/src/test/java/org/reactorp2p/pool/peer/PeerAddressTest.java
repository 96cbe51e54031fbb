/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

class PeerAddressTest {

  private static final PeerId ID = PeerId.of(new byte[PeerId.LENGTH]);

  @Test
  void it_reads_what_it_writes() {
    for (String text : new String[] {"10.0.0.1:9732", "[::1]:1#" + ID}) {
      assertThat(PeerAddress.parse(text)).hasToString(text);
    }
    assertThat(PeerAddress.parse("10.0.0.1:1#" + ID).expected()).contains(ID);
  }

  @Test
  void what_cannot_be_dialled_is_refused() {
    assertThatThrownBy(() -> PeerAddress.parse("10.0.0.1:0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("port 0");
    assertThatThrownBy(() -> PeerAddress.parse("10.0.0.1:1#nobody"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PeerAddress.parse("10.0.0.1:1#"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(PeerAddress.of(Point.parse("10.0.0.1:1")).expected()).isEmpty();
  }
}
