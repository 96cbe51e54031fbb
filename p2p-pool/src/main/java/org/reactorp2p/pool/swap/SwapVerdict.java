/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.swap;

import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.event.Disregard;

/** Whether we take part in a swap. */
public sealed interface SwapVerdict {

  /** We do: once we are connected with whom we are offered, this one goes. */
  record Give(PeerId peer) implements SwapVerdict {}

  /** We do not; the other side is not told. */
  record Ignore(Disregard why) implements SwapVerdict {}
}
