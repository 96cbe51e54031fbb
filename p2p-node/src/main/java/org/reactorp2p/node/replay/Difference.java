/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

/** What was recorded and what we computed are not the same, and where. */
final class Difference extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A difference.
   *
   * @param where a field's path, or a direction and an offset
   * @param what what is there, and what should be
   */
  Difference(String where, String what) {
    super(where + ": " + what, null, false, false);
  }
}
