/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.net.InetAddress;
import java.util.Optional;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * Who may have done something.
 *
 * @param from the address at the other end
 * @param proven the peer, if it has proven who it is
 * @param place where we dialled it, or where it says that it is to be dialled
 */
public record Suspect(InetAddress from, Optional<PeerId> proven, Optional<Point> place) {}
