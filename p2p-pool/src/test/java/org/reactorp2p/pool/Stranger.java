/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Transport;
import reactor.core.publisher.Mono;

/** Dials and says what it likes, which is no handshake; counts what it hears. */
final class Stranger {

  private final AtomicReference<@Nullable Link> link = new AtomicReference<>();
  private volatile int received;
  private volatile boolean closed;

  /** Says nothing. */
  Stranger(Transport transport, Point to) {
    this(transport, to, new byte[0]);
  }

  Stranger(Transport transport, Point to, byte[] words) {
    transport.dial(to).subscribe(opened -> meet(opened, words), refused -> closed = true);
  }

  private void meet(Link opened, byte[] words) {
    link.set(opened);
    opened.onClose().subscribe(null, null, () -> closed = true);
    opened.receive().onErrorComplete().subscribe(bytes -> received += bytes.length());
    if (words.length > 0) {
      opened.send(Mono.just(words)).onErrorComplete().subscribe();
    }
  }

  /** How many bytes it heard. */
  int received() {
    return received;
  }

  boolean isClosed() {
    return closed;
  }

  void hangUp() {
    Link open = link.get();
    if (open != null) {
      open.abort();
    }
  }
}
