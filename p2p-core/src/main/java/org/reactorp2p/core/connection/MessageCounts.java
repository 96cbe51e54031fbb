/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.Arrays;
import org.reactorp2p.core.wire.MessageKind;

/**
 * Messages that went one way, and their bytes, by kind. Immutable. Bytes are those of the messages,
 * each with its length and tag, before they are cut and sealed.
 */
public final class MessageCounts {

  /** None at all. */
  public static final MessageCounts NONE = new MessageCounts(new long[2 * kinds()]);

  private final long[] counts; // first messages by kind, then bytes by kind

  /** Takes the array over. */
  MessageCounts(long[] counts) {
    this.counts = counts;
  }

  /** So many of one kind, and none of the others. */
  public static MessageCounts of(MessageKind kind, long messages, long bytes) {
    long[] counts = new long[2 * kinds()];
    counts[kind.ordinal()] = messages;
    counts[kinds() + kind.ordinal()] = bytes;
    return new MessageCounts(counts);
  }

  private static int kinds() {
    return MessageKind.values().length;
  }

  /** Messages of this kind. */
  public long messages(MessageKind kind) {
    return counts[kind.ordinal()];
  }

  /** Bytes of the messages of this kind. */
  public long bytes(MessageKind kind) {
    return counts[kinds() + kind.ordinal()];
  }

  /** Messages of all kinds. */
  public long messages() {
    return Arrays.stream(counts, 0, kinds()).sum();
  }

  /** Both together. */
  public MessageCounts plus(MessageCounts other) {
    long[] sum = counts.clone();
    Arrays.setAll(sum, i -> sum[i] + other.counts[i]);
    return new MessageCounts(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MessageCounts that && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  /** For people: the kinds that occurred. */
  @Override
  public String toString() {
    var out = new StringBuilder("MessageCounts[");
    for (MessageKind kind : MessageKind.values()) {
      if (messages(kind) > 0) {
        out.append(kind).append(' ').append(messages(kind)).append(", ");
        out.append(bytes(kind)).append(" bytes; ");
      }
    }
    return out.append(']').toString();
  }
}
