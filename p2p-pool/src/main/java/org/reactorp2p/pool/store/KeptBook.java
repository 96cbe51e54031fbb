/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.time.Instant;

/** Where a network's peer book is kept; a {@link PeerBook} is one on disk. May block. */
public interface KeptBook {

  /** Reads what was written last; an empty book if nothing ever was. */
  PeerBook.Reading read() throws PeerBookException;

  /**
   * Writes another book in place of the present one.
   *
   * @param saved when the content was true
   */
  void write(PeerBookContent content, Instant saved) throws PeerBookException;
}
