/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

/** A list that somebody keeps by hand has as many entries as it may. The message says which. */
public final class ListFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ListFullException(String message) {
    super(message);
  }
}
