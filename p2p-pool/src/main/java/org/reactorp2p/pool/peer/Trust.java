/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/** Asks whom we trust. Called on the decisions' thread; must not block. */
public interface Trust {

  /** Nobody is trusted. */
  Trust NONE =
      new Trust() {
        @Override
        public boolean trusts(Point point) {
          return false;
        }

        @Override
        public boolean trusts(PeerId peer) {
          return false;
        }
      };

  /** Whether this point is trusted. */
  boolean trusts(Point point);

  /** Whether this peer is trusted. */
  boolean trusts(PeerId peer);
}
