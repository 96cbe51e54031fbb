/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

/**
 * What a connection has done so far: a snapshot, not a view. Bytes are those on the wire, frames
 * and tags included, and without the handshake. Under a limit of bandwidth one batch of what was
 * sent may still wait for its turn.
 *
 * @param bytesReceived bytes taken from the socket
 * @param bytesSent bytes handed to the socket
 * @param received messages decoded, control messages included
 * @param sent messages sealed and handed to the socket
 * @param inboxQueued messages that wait for the application
 * @param outboxQueued messages that wait for the socket
 * @param sendersWaiting those who wait for room in the outbox
 * @param dropped messages lost here: refused by a full outbox, control messages that nobody took,
 *     whatever was still queued at the end, and what came after the application had cancelled
 */
public record ConnectionStat(
    long bytesReceived,
    long bytesSent,
    MessageCounts received,
    MessageCounts sent,
    int inboxQueued,
    int outboxQueued,
    int sendersWaiting,
    long dropped) {

  /** Nothing yet. */
  public static final ConnectionStat NONE =
      new ConnectionStat(0, 0, MessageCounts.NONE, MessageCounts.NONE, 0, 0, 0, 0);

  /** Messages decoded, of all kinds. */
  public long messagesReceived() {
    return received.messages();
  }

  /** Messages sealed and handed to the socket, of all kinds. */
  public long messagesSent() {
    return sent.messages();
  }

  /** Both together. */
  public ConnectionStat plus(ConnectionStat other) {
    return new ConnectionStat(
        bytesReceived + other.bytesReceived,
        bytesSent + other.bytesSent,
        received.plus(other.received),
        sent.plus(other.sent),
        inboxQueued + other.inboxQueued,
        outboxQueued + other.outboxQueued,
        sendersWaiting + other.sendersWaiting,
        dropped + other.dropped);
  }
}
