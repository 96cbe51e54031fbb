/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

/** Which of the items that wait goes first. */
public enum Priority {

  /**
   * Small and urgent. Goes before the bulk of all shares as long as its own share is not ahead of
   * the others by more than one window, and before the bulk of its own share for at most three
   * quarters of the bytes. It is charged like any other.
   */
  CONTROL,

  /** Everything else, in fair turns. */
  BULK
}
