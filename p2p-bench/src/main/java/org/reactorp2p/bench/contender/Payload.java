/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import java.util.Locale;

/** How large the messages are. */
public enum Payload {
  /** Fills a frame of the largest size to the byte: 65,535 − 2 − 16 − 6. */
  LARGE(65_511, "65511 B"),
  MEDIUM(1_024, "1 KiB"),
  SMALL(32, "32 B");

  private final int bytes;
  private final String label;

  Payload(int bytes, String label) {
    this.bytes = bytes;
    this.label = label;
  }

  /** Bytes of the body; what a contender puts around it is not counted. */
  public int bytes() {
    return bytes;
  }

  /** How it is called in goals and figures. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How it is called in tables. */
  public String label() {
    return label;
  }
}
