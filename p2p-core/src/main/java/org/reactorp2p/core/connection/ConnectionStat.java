/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

/**
 * What a connection has done so far: a snapshot, not a view. Bytes are those on the wire, frames
 * and tags included, and without the handshake.
 *
 * @param bytesReceived bytes taken from the socket
 * @param bytesSent bytes handed to the socket
 * @param messagesReceived messages decoded, control messages included
 * @param messagesSent messages sealed and handed to the socket
 * @param inboxQueued messages that wait for the application
 * @param outboxQueued messages that wait for the socket
 * @param dropped messages lost here: refused by a full outbox, control messages that nobody took,
 *     whatever was still queued at the end, and what came after the application had cancelled
 */
public record ConnectionStat(
    long bytesReceived,
    long bytesSent,
    long messagesReceived,
    long messagesSent,
    int inboxQueued,
    int outboxQueued,
    long dropped) {}
