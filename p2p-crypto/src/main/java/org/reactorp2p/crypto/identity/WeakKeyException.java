/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

/**
 * The peer's public key is a low-order point: everybody would know the shared secret, which is
 * zero. Without stack trace: peers may cause it at will.
 */
public final class WeakKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WeakKeyException() {
    super("the peer's public key is a low-order point", null, false, false);
  }
}
