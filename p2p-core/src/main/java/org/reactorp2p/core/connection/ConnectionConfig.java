/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.time.Duration;
import java.util.Locale;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.WireLimits;

/**
 * The bounds of one running connection.
 *
 * @param inbox how much of what came may wait for the application
 * @param outbox how much of what the application sends may wait for the socket
 * @param control how many control messages may wait for the pool; more are dropped and counted,
 *     because advice that nobody takes must not hold up the application's messages
 * @param stallWindow an unfinished message that gains too little, or a write that does not move,
 *     for this long ends the connection. At most a quarter more, since progress is looked at four
 *     times per window
 * @param minimumBytesPerSecond what an unfinished message must gain, averaged over a window
 */
public record ConnectionConfig(
    MailboxLimits inbox,
    MailboxLimits outbox,
    MailboxLimits control,
    Duration stallWindow,
    int minimumBytesPerSecond) {

  /** Messages without a body in the longest frame that is accepted. */
  private static final int MESSAGES_PER_FRAME =
      (FrameCodec.MAX_PAYLOAD - FrameCodec.TAG_LENGTH) / PeerMessageCodec.HEADER_LENGTH;

  /** One mebibyte each way, one minute and one KiB/s before we call it a stall. */
  public static final ConnectionConfig DEFAULT =
      new ConnectionConfig(
          MailboxLimits.DEFAULT,
          MailboxLimits.DEFAULT,
          new MailboxLimits(64 << 10, 128),
          Duration.ofSeconds(60),
          1024);

  /** Refuses what cannot work, with the value in the message. */
  public ConnectionConfig {
    if (stallWindow.compareTo(Duration.ofMillis(4)) < 0
        || stallWindow.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "the stall window is between 4 ms and a day, not " + stallWindow);
    }
    if (minimumBytesPerSecond < 0) {
      throw new IllegalArgumentException(
          "the minimum rate cannot be negative, but is " + minimumBytesPerSecond);
    }
  }

  /** The same with another inbox. */
  public ConnectionConfig withInbox(MailboxLimits limits) {
    return new ConnectionConfig(limits, outbox, control, stallWindow, minimumBytesPerSecond);
  }

  /** The same with another outbox. */
  public ConnectionConfig withOutbox(MailboxLimits limits) {
    return new ConnectionConfig(inbox, limits, control, stallWindow, minimumBytesPerSecond);
  }

  /** The same with another stall window. */
  public ConnectionConfig withStallWindow(Duration window) {
    return new ConnectionConfig(inbox, outbox, control, window, minimumBytesPerSecond);
  }

  /** Bytes an unfinished message must gain in one window. */
  long minimumGain() {
    return minimumBytesPerSecond * stallWindow.toMillis() / 1000;
  }

  /**
   * The memory that one connection may cost, in bytes, as a sum of its bounds: both mailboxes and
   * the control mailbox, with one message more in each of the two; one chunk and one frame coming
   * in, one batch going out, and its copy on the way to the socket; and what the messages of one
   * frame cost beside their bytes, since a frame that has been opened is taken whole, even if it is
   * full of empty ones. Unfinished messages longer than a frame come on top, out of the shared
   * {@link AssemblyBudget}; so do the socket's own buffers.
   *
   * @param largestMessage the longest message, in bytes with its length
   */
  public long memoryPerConnection(int largestMessage) {
    return inbox.maxBytes()
        + outbox.maxBytes()
        + control.maxBytes()
        + 2L * largestMessage
        + 4L * WireLimits.MAX_FRAME_SIZE
        + (long) MESSAGES_PER_FRAME * MailboxLimits.OVERHEAD;
  }

  /** {@link #memoryPerConnection} with its terms, in one line for whoever plans memory. */
  public String memoryFormula(int largestMessage) {
    return String.format(
        Locale.ROOT,
        "inbox %d + outbox %d + control %d + 2 messages of at most %d + 4 frames of %d"
            + " + %d messages in a frame at %d = %d bytes",
        inbox.maxBytes(),
        outbox.maxBytes(),
        control.maxBytes(),
        largestMessage,
        WireLimits.MAX_FRAME_SIZE,
        MESSAGES_PER_FRAME,
        MailboxLimits.OVERHEAD,
        memoryPerConnection(largestMessage));
  }
}
