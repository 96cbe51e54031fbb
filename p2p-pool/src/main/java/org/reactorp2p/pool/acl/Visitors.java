/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

/** Whom we talk to. */
public enum Visitors {
  /** Whoever is not banned, greylisted or one too many. */
  EVERYBODY,
  /** Private mode: those we trust, and nobody else, whoever dials. */
  TRUSTED_ONLY
}
