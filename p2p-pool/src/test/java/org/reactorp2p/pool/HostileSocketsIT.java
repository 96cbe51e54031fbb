/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.model.Point;

/** What hostile peers do to a port, on sockets, real threads and real time. */
@Timeout(120)
class HostileSocketsIT {

  private final Docks docks = new Docks();

  @AfterEach
  void close() {
    docks.close();
  }

  @Test
  void W_03_a_thousand_that_reset_before_they_are_accepted_do_not_end_the_accepting()
      throws IOException {
    P2pNetwork<String, ?, ?> host = docks.started(docks.node());
    Point port = host.listening().orElseThrow();
    for (int i = 0; i < 1_000; i++) {
      try (Socket socket = new Socket(port.address(), port.port())) {
        // Closing is a reset, which mostly comes before the other side looks.
        socket.setSoLinger(true, 0);
      }
    }
    P2pNetwork<String, ?, ?> canary = docks.started(docks.node());
    canary.connect(Docks.at(host)).retry(20).block(Docks.PATIENCE);
    assertThat(canary.connections()).hasSize(1);
    assertThat(host.access().snapshot().block(Docks.PATIENCE).greylist()).isEmpty();
  }
}
