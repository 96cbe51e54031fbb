/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

/** What the lists say of somebody. */
public enum Reputation {
  /** We trust it: neither the greylist nor private mode keeps it out. */
  TRUSTED,
  /** They say nothing. */
  STRANGER,
  /** It, or its address, is on the greylist. */
  GREYLISTED,
  /** It, or its address, is banned; trust does not help. */
  BANNED,
  /** It was found where we expect somebody else. */
  IMPOSTOR
}
