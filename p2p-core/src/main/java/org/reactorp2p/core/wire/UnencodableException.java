/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * A message of our own cannot be put on the wire: it is over its limit, its tag is not the codec's,
 * or the application's encoder failed. A local error: nothing was sent, the connection is unharmed.
 */
public final class UnencodableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnencodableException(String what) {
    super(what);
  }

  public UnencodableException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
