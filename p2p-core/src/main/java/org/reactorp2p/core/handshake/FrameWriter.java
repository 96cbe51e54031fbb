/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.transport.Link;
import reactor.core.publisher.Mono;

/**
 * Sends a handshake's frames one after the other; there are never more than three. A link that
 * fails to send is left for the reader to notice, since the peer's last words may still be on their
 * way: the writer only stops sending. Confined to the link's scheduler.
 */
final class FrameWriter {
  private final Link link;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private boolean sending;
  private boolean broken;
  private @Nullable Runnable whenIdle;

  FrameWriter(Link link) {
    this.link = link;
  }

  /** Sends a frame behind those before it. */
  void write(byte[] frame) {
    waiting.add(frame);
    advance();
  }

  /** Runs {@code then} once when everything written so far is flushed or lost; perhaps at once. */
  void whenIdle(Runnable then) {
    whenIdle = then;
    advance();
  }

  /** Whether the link failed to send; what was written since is lost. */
  boolean isBroken() {
    return broken;
  }

  private void advance() {
    if (sending) {
      return;
    }
    byte[] frame = broken ? null : waiting.poll();
    if (frame != null) {
      sending = true;
      link.send(Mono.just(frame)).subscribe(null, this::onFailure, this::onSent);
    } else if (whenIdle != null) {
      Runnable then = whenIdle;
      whenIdle = null;
      then.run();
    }
  }

  private void onSent() {
    sending = false;
    advance();
  }

  private void onFailure(Throwable cause) {
    sending = false;
    broken = true;
    advance();
  }
}
