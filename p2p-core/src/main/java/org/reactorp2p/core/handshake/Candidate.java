/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.model.RemoteMetadata;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.identity.PublicKey;

/**
 * A peer that proved to own its key, before anybody decided whether it may stay.
 *
 * @param publicKey the proven key
 * @param direction who dialled
 * @param remote the other end of the socket; for an inbound peer the port is an ephemeral one
 * @param idPoint where it may be reached back: the point we dialled, whatever port it announced; or
 *     its address with the port it announced, if it announced one
 * @param announced the version it announced
 * @param metadata what it says of itself
 */
public record Candidate(
    PublicKey publicKey,
    Direction direction,
    Point remote,
    IdPoint idPoint,
    NetworkVersion announced,
    RemoteMetadata metadata) {

  /** Its name. */
  public PeerId peerId() {
    return publicKey.peerId();
  }

  /** What is known of it once both agree on a version. */
  PeerInfo speaking(NetworkVersion negotiated) {
    return new PeerInfo(publicKey, direction, remote, idPoint, announced, negotiated, metadata);
  }
}
