/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.time.Duration;

/**
 * For how long the bytes of a link have been held back by ourselves, added up, those that still
 * wait included: time for which the other side is not to blame.
 *
 * @param receiving bytes that had come and were not passed on
 * @param sending bytes that were to be sent and were not handed to the machine
 */
public record HeldBack(Duration receiving, Duration sending) {

  /** Nothing was ever held back. */
  public static final HeldBack NEVER = new HeldBack(Duration.ZERO, Duration.ZERO);
}
