/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/** Who opened the connection, seen from us. */
public enum Direction {
  /** The peer dialled us. */
  INBOUND,
  /** We dialled the peer. */
  OUTBOUND
}
