/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

/**
 * How much a mailbox may hold, in bytes and in messages, whichever is reached first.
 *
 * <p>The bound is soft in one way, as in the original: a mailbox that still has room takes the next
 * message whole, so it holds at most {@code maxBytes} plus one message. Every message is charged
 * {@link #OVERHEAD} bytes on top of its encoding, so that a flood of tiny ones cannot cost more
 * memory than the limit says.
 *
 * @param maxBytes at least 1, at most 2<sup>38</sup>
 * @param maxMessages at least 1, at most 2<sup>23</sup>
 */
public record MailboxLimits(long maxBytes, int maxMessages) {

  /** What one queued message costs beyond its bytes: object headers, references, queue cells. */
  public static final int OVERHEAD = 64;

  /** One mebibyte and 8,192 messages: a few milliseconds of a fast link. */
  public static final MailboxLimits DEFAULT = new MailboxLimits(1 << 20, 8_192);

  private static final long LARGEST_BYTES = 1L << 38;
  private static final int LARGEST_COUNT = 1 << 23;

  /** Refuses limits outside the stated ranges. */
  public MailboxLimits {
    if (maxBytes < 1 || maxBytes > LARGEST_BYTES) {
      throw new IllegalArgumentException(
          "a mailbox holds between 1 and 2^38 bytes, not " + maxBytes);
    }
    if (maxMessages < 1 || maxMessages > LARGEST_COUNT) {
      throw new IllegalArgumentException(
          "a mailbox holds between 1 and 2^23 messages, not " + maxMessages);
    }
  }

  /** The same limits with another bound in bytes. */
  public MailboxLimits withMaxBytes(long bytes) {
    return new MailboxLimits(bytes, maxMessages);
  }

  /** The same limits with another bound in messages. */
  public MailboxLimits withMaxMessages(int messages) {
    return new MailboxLimits(maxBytes, messages);
  }
}
