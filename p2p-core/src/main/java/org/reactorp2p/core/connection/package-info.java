/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A running connection: typed messages each way, with the back-pressure of the socket.
 *
 * <p>Start with {@link org.reactorp2p.core.connection.PeerConnection}. Receiving: {@code
 * InboundPipe} turns chunks into frames, opens them and joins messages, which {@code Inbox} hands
 * to the subscriber. Sending: {@code Outbox} takes messages, {@code OutboundPipe} seals them in
 * batches when the link asks. {@code Mailbox} is the one bounded queue of both; {@code
 * ProgressWatch} notices what stands still; {@link org.reactorp2p.core.connection.DisconnectReason}
 * says why it ended.
 */
@NullMarked
package org.reactorp2p.core.connection;

import org.jspecify.annotations.NullMarked;
