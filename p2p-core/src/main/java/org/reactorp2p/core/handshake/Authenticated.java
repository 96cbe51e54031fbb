/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkReader;
import org.reactorp2p.crypto.session.Opener;
import org.reactorp2p.crypto.session.Sealer;

/**
 * A link whose two ends know and accepted each other. Everything in it belongs to whoever receives
 * it, and is to be used on the link's scheduler; nothing of the handshake is still running.
 *
 * @param info who it is
 * @param link all that was sent on it is flushed; nothing is being sent
 * @param reader reads on from the first byte behind the peer's Ack, even if that byte came in the
 *     same segment
 * @param sealer seals what we send; the handshake used its first two nonces
 * @param opener opens what the peer sends; likewise
 */
public record Authenticated(
    PeerInfo info, Link link, LinkReader reader, Sealer sealer, Opener opener) {

  /**
   * Gives everything up at once: the link is aborted, the keys are wiped. For whoever cannot use it
   * after all, and as a hook for values that an operator drops: {@code
   * doOnDiscard(Authenticated.class, Authenticated::abandon)}.
   */
  public void abandon() {
    link.abort();
    sealer.close();
    opener.close();
  }

  /** Who it is, and nothing of the keys. */
  @Override
  public String toString() {
    return "Authenticated(" + info.peerId() + ")";
  }
}
