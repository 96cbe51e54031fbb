/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

/** A computed yes or no. */
enum Flag {
  SET,
  CLEAR;

  static Flag of(boolean value) {
    return value ? SET : CLEAR;
  }

  boolean isSet() {
    return this == SET;
  }
}
