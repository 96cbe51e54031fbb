/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.acl;

import java.util.List;

/**
 * The lists at one moment: to be shown, or to be kept and restored.
 *
 * @param bans those that hold, the oldest first
 * @param trusted points first, then peers
 * @param greylist entries that hold, addresses first, in each part the first to expire first
 */
public record AccessSnapshot(List<Ban> bans, List<Trustee> trusted, List<Greylisting> greylist) {

  /** Nobody anywhere. */
  public static final AccessSnapshot EMPTY = new AccessSnapshot(List.of(), List.of(), List.of());

  public AccessSnapshot {
    bans = List.copyOf(bans);
    trusted = List.copyOf(trusted);
    greylist = List.copyOf(greylist);
  }
}
