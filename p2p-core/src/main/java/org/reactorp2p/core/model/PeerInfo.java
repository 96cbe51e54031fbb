/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.PublicKey;

/**
 * Who is at the other end of an authenticated connection. Fixed for the connection's life.
 *
 * @param publicKey the key the peer proved to own
 * @param direction who dialled
 * @param remote the other end of the socket; for an inbound peer the port is an ephemeral one
 * @param idPoint where the peer may be reached back: the point we dialled, or its address with the
 *     port it announced
 * @param announced the version the peer announced
 * @param negotiated the version both work with
 * @param metadata what the peer says of itself
 */
public record PeerInfo(
    PublicKey publicKey,
    Direction direction,
    Point remote,
    IdPoint idPoint,
    NetworkVersion announced,
    NetworkVersion negotiated,
    RemoteMetadata metadata) {

  /** The peer's name. */
  public PeerId peerId() {
    return publicKey.peerId();
  }
}
