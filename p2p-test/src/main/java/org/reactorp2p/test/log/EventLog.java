/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * What happened, line by line, and the hash of it so far. The lines are passed on and not kept, so
 * a long simulation needs no more memory than a short one.
 */
public final class EventLog {

  private static final String ZEROES = "000000000";

  private final MessageDigest digest = sha256();
  private final Consumer<String> reader;
  private long lines;

  /**
   * @param reader is told each line, without its end
   */
  public EventLog(Consumer<String> reader) {
    this.reader = reader;
  }

  /**
   * It happened.
   *
   * @param who such as {@code node 7}, or {@code world}
   */
  public void add(Duration time, String who, Object what) {
    String nanos = Integer.toString(time.getNano());
    String line =
        time.getSeconds() + "." + ZEROES.substring(nanos.length()) + nanos + " " + who + " " + what;
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    lines++;
    reader.accept(line);
  }

  /** How many lines there were. */
  public long lines() {
    return lines;
  }

  /** SHA-256 of all lines so far, each with a line feed, in 64 hexadecimal digits. */
  public String hash() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
