/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Instant;
import java.util.Optional;
import org.reactorp2p.pool.store.KeptBook;
import org.reactorp2p.pool.store.PeerBook;
import org.reactorp2p.pool.store.PeerBookContent;

/** A peer book that survives its node, but not the simulation. */
final class MemoryBook implements KeptBook {

  private PeerBookContent content = PeerBookContent.EMPTY;

  @Override
  public PeerBook.Reading read() {
    return new PeerBook.Reading(content, Optional.empty());
  }

  @Override
  public void write(PeerBookContent other, Instant saved) {
    content = other;
  }
}
