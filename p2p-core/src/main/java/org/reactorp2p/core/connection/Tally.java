/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counters of one connection. Each is written by the link's thread alone, but for the drops, and
 * read by anybody; so that counting costs no more than a store.
 */
final class Tally {

  private final AtomicLong bytesReceived = new AtomicLong();
  private final AtomicLong bytesSent = new AtomicLong();
  private final AtomicLong messagesReceived = new AtomicLong();
  private final AtomicLong messagesSent = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  void received(int bytes) {
    add(bytesReceived, bytes);
  }

  void receivedMessage() {
    add(messagesReceived, 1);
  }

  long messagesReceived() {
    return messagesReceived.getPlain();
  }

  void sent(int bytes, int messages) {
    add(bytesSent, bytes);
    add(messagesSent, messages);
  }

  void dropped(long messages) {
    dropped.addAndGet(messages);
  }

  ConnectionStat snapshot(int inboxQueued, int outboxQueued, long discarded) {
    return new ConnectionStat(
        bytesReceived.get(),
        bytesSent.get(),
        messagesReceived.get(),
        messagesSent.get(),
        inboxQueued,
        outboxQueued,
        dropped.get() + discarded);
  }

  private static void add(AtomicLong counter, long amount) {
    counter.lazySet(counter.getPlain() + amount);
  }
}
