/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.util.Optional;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.PeerAddress;

/**
 * {@code HOST:PORT} or {@code HOST:PORT#id}: somebody to dial, and perhaps who must answer.
 *
 * @param where its port is not 0
 * @param expected any other peer that answers is hung up on
 */
public record PeerOption(HostPort where, Optional<PeerId> expected) {

  /**
   * Reads it, asking no name service.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static PeerOption parse(String text) {
    int hash = text.indexOf('#');
    HostPort where = HostPort.parse(hash < 0 ? text : text.substring(0, hash));
    if (where.port() == 0) {
      throw new IllegalArgumentException("'" + text + "' cannot be dialled: give a port from 1 on");
    }
    return new PeerOption(where, hash < 0 ? Optional.empty() : Optional.of(idOf(text, hash)));
  }

  private static PeerId idOf(String text, int hash) {
    try {
      return PeerId.parse(text.substring(hash + 1));
    } catch (IllegalArgumentException notOne) {
      throw new IllegalArgumentException("'" + text + "' cannot be used: " + notOne.getMessage());
    }
  }

  /** The address it stands for now; blocks while a name service is asked. */
  public PeerAddress resolve() {
    return new PeerAddress(where.resolve(), expected);
  }
}
