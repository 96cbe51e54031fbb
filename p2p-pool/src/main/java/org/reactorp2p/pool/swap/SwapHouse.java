/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.connect.ConnectionRoll;
import org.reactorp2p.pool.connect.Dialer;
import org.reactorp2p.pool.connect.Grapevine;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.exchange.ControlPost;

/**
 * What swapping needs of the house.
 *
 * @param self our own id
 * @param visitors whom we talk to; in private mode there are no swaps
 * @param roll who is connected
 * @param grapevine which points others may hear of
 * @param dialer dials whom we are offered
 * @param post sends proposals and answers
 * @param <M> the application's messages
 */
public record SwapHouse<M>(
    Office office,
    PeerId self,
    Visitors visitors,
    ConnectionRoll<M> roll,
    Grapevine grapevine,
    Dialer<M> dialer,
    ControlPost<M> post) {}
