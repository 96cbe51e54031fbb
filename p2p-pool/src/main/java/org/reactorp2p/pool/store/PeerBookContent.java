/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.peer.MemorySnapshot;

/** What a peer book holds: whom we know, and whom we trust or keep out. */
public record PeerBookContent(MemorySnapshot memory, AccessSnapshot access) {

  /** A book nobody has written in. */
  public static final PeerBookContent EMPTY =
      new PeerBookContent(MemorySnapshot.EMPTY, AccessSnapshot.EMPTY);
}
