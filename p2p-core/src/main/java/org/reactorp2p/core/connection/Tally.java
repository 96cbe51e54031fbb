/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.reactorp2p.core.wire.MessageKind;

/**
 * Counters of one connection. Each is written by the link's thread alone, but for the drops, and
 * read by anybody; so that counting costs no more than a store.
 */
final class Tally {

  private static final int KINDS = MessageKind.values().length;

  // Where things are: bytes on the wire, one number; then messages and bytes of messages, by kind.
  private static final int RECEIVED = 0;
  private static final int SENT = 1 + 2 * KINDS;

  private final AtomicLongArray counts = new AtomicLongArray(2 * (1 + 2 * KINDS));
  private final AtomicLong dropped = new AtomicLong();
  private long messagesReceived; // of all kinds; the link's thread

  void received(int bytes) {
    add(RECEIVED, bytes);
  }

  void receivedMessage(MessageKind kind, int length) {
    messagesReceived++;
    addMessage(RECEIVED, kind, length);
  }

  /** The link's thread. */
  long messagesReceived() {
    return messagesReceived;
  }

  void sent(int bytes) {
    add(SENT, bytes);
  }

  void sentMessage(MessageKind kind, int length) {
    addMessage(SENT, kind, length);
  }

  void dropped(long messages) {
    dropped.addAndGet(messages);
  }

  ConnectionStat snapshot(int inboxQueued, int outboxQueued, int sendersWaiting, long discarded) {
    return new ConnectionStat(
        counts.get(RECEIVED),
        counts.get(SENT),
        messages(RECEIVED),
        messages(SENT),
        inboxQueued,
        outboxQueued,
        sendersWaiting,
        dropped.get() + discarded);
  }

  private MessageCounts messages(int way) {
    long[] copy = new long[2 * KINDS];
    Arrays.setAll(copy, i -> counts.get(way + 1 + i));
    return new MessageCounts(copy);
  }

  private void addMessage(int way, MessageKind kind, int length) {
    add(way + 1 + kind.ordinal(), 1);
    add(way + 1 + KINDS + kind.ordinal(), length);
  }

  private void add(int counter, long amount) {
    counts.lazySet(counter, counts.getPlain(counter) + amount);
  }
}
