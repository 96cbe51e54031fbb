/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.score;

import java.util.Optional;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.peer.Conduct;

/**
 * What a score goes by.
 *
 * @param peer which one
 * @param conduct what it was like so far, a connection that runs included
 * @param connected the connection, if one runs
 */
public record Dossier(PeerId peer, Conduct conduct, Optional<PeerInfo> connected) {}
