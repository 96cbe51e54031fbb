/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

/**
 * A frame was not sealed by the peer of this session, or not in this place of the stream. Nothing
 * of it was released. Without stack trace: peers may cause it at will.
 */
public final class DecipherException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DecipherException(String message) {
    super(message, null, false, false);
  }
}
