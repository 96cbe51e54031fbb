/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.Link;
import reactor.core.publisher.Mono;

/** A peer that says what the test makes it say, when the test makes it. */
final class Puppet {
  private final Link link;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private boolean ended;
  private int read;

  Puppet(Link link) {
    this.link = link;
    link.receive()
        .map(Chunk::toBytes)
        .subscribe(heard::writeBytes, failure -> ended = true, () -> ended = true);
  }

  void say(byte[] bytes) {
    link.send(Mono.just(bytes.clone())).subscribe(null, failure -> {});
  }

  /** All that was heard so far. */
  byte[] heard() {
    return heard.toByteArray();
  }

  boolean sawTheEnd() {
    return ended;
  }

  /** The next frame that was heard. */
  byte[] frame() {
    byte[] all = heard.toByteArray();
    int length = 2 + ((all[read] & 0xff) << 8 | all[read + 1] & 0xff);
    byte[] frame = Arrays.copyOfRange(all, read, read + length);
    read += length;
    return frame;
  }
}
