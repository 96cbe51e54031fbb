/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/**
 * Why a connection was refused. An open set: a code nobody knows is kept as it came.
 *
 * @param code what the wire carries, a signed 16-bit number
 */
public record NackMotive(int code) {

  /** Said by a Nack of version 0, which has no room for a motive. */
  public static final NackMotive NO_MOTIVE = new NackMotive(0);

  public static final NackMotive TOO_MANY_CONNECTIONS = new NackMotive(1);
  public static final NackMotive UNKNOWN_CHAIN_NAME = new NackMotive(2);
  public static final NackMotive DEPRECATED_P2P_VERSION = new NackMotive(3);
  public static final NackMotive DEPRECATED_DISTRIBUTED_DB_VERSION = new NackMotive(4);
  public static final NackMotive ALREADY_CONNECTED = new NackMotive(5);

  public NackMotive {
    if (code < Short.MIN_VALUE || code > Short.MAX_VALUE) {
      throw new IllegalArgumentException("a motive is a signed 16-bit number");
    }
  }

  /** Whether there is no protocol in common, so that the point belongs to some other network. */
  public boolean meansNoCommonProtocol() {
    return code >= UNKNOWN_CHAIN_NAME.code && code <= DEPRECATED_DISTRIBUTED_DB_VERSION.code;
  }

  /** For people. */
  @Override
  public String toString() {
    return switch (code) {
      case 0 -> "no motive";
      case 1 -> "too many connections";
      case 2 -> "unknown chain name";
      case 3 -> "deprecated p2p version";
      case 4 -> "deprecated distributed db version";
      case 5 -> "already connected";
      default -> "unknown motive " + code;
    };
  }
}
