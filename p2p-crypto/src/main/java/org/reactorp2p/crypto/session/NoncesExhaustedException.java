/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

/** So many frames went one way that a further nonce is not given: the connection must end. */
public final class NoncesExhaustedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoncesExhaustedException(long limit) {
    super("after " + limit + " frames in one direction the connection must end");
  }
}
