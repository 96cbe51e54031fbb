/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

/** What to do after a handshake that failed. */
public enum Remedy {
  /** Greylist the remote address; a dialled point also backs off. */
  GREYLIST,
  /** Let the point back off and try again later; hold nothing against the address. */
  RETRY,
  /** Forget the point: it belongs to another network. The address may house others of ours. */
  FORGET_POINT,
  /** Remember the point as one of our own and never dial it again. */
  OWN_POINT
}
