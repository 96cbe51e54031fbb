/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import java.net.InetAddress;
import org.reactorp2p.core.handshake.Candidate;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Reputation;

/**
 * Who wants to come in.
 *
 * @param peer who it proved to be
 * @param direction who dialled
 * @param from the address at the other end
 * @param reputation what our lists say of it
 */
public record Candidacy(PeerId peer, Direction direction, InetAddress from, Reputation reputation) {

  /** What matters of a candidate. */
  public static Candidacy of(Candidate candidate, Reputation reputation) {
    return new Candidacy(
        candidate.peerId(), candidate.direction(), candidate.remote().address(), reputation);
  }
}
