/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/**
 * What an Octez node says of itself under encryption, before it is admitted; and what ours say
 * unless the application chooses otherwise.
 *
 * @param disableMempool the peer does not want pending operations
 * @param privateNode the peer's address must not be told to others, nor the peer asked for points
 */
public record ConnectionMetadata(boolean disableMempool, boolean privateNode) {

  /** As Octez by default: with mempool, and for everybody to know. */
  public static final ConnectionMetadata DEFAULT = new ConnectionMetadata(false, false);
}
