/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.acl.Greylisting;
import org.reactorp2p.pool.acl.Offence;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.connect.AttemptFailedException;
import org.reactorp2p.pool.connect.Setback;
import org.reactorp2p.pool.event.P2pEvent;

/** What {@code tezt/tests/p2p.ml} of the original asserts of whole nodes, on sockets as there. */
@Tag("original")
@Timeout(120)
class OriginalNetworkIT {

  private final Docks docks = new Docks();

  @AfterEach
  void close() {
    docks.close();
  }

  @Test
  @DisplayName("tezt/tests/p2p.ml: check ip greylisting")
  void garbage_on_the_port_greylists_one_address() throws IOException {
    P2pNetwork<String, ?, ?> target = docks.started(docks.node());
    P2pNetwork<String, ?, ?> other = docks.started(docks.node());
    var greylisted =
        target.events().ofType(P2pEvent.Greylisted.class).map(P2pEvent.Greylisted::entry).cache(9);
    greylisted.subscribe();
    say(target.listening().orElseThrow(), "\0\nHello, world".getBytes(StandardCharsets.US_ASCII));

    Greylisting first = greylisted.blockFirst(Docks.PATIENCE);
    assertThat(first.subject()).isEqualTo(Subject.of(InetAddress.getByName("127.0.0.1")));
    assertThat(first.offence()).contains(Offence.GREETING_LENGTH);
    assertThat(target.access().snapshot().block(Docks.PATIENCE).greylist())
        .isEqualTo(List.of(first));
    assertThatThrownBy(() -> target.connect(Docks.at(other)).block(Docks.PATIENCE))
        .isInstanceOfSatisfying(
            AttemptFailedException.class,
            failed -> assertThat(failed.setback()).isEqualTo(new Setback.Barred(Objection.BANNED)));
  }

  /** A length of ten, and then text, as the original says it. */
  private static void say(Point to, byte[] text) throws IOException {
    try (Socket socket = new Socket(to.address(), to.port())) {
      socket.getOutputStream().write(text);
      // Until the other end hangs up.
      byte[] heard = new byte[1 << 16];
      try {
        while (socket.getInputStream().read(heard) >= 0) {
          // What it says does not matter.
        }
      } catch (IOException reset) {
        // That is hanging up, too.
      }
    }
  }
}
