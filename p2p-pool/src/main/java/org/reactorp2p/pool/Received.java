/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import org.reactorp2p.core.connection.PeerConnection;

/**
 * A message, and the connection it came on.
 *
 * @param <M> the application's messages
 */
public record Received<M>(PeerConnection<M> from, M message) {}
