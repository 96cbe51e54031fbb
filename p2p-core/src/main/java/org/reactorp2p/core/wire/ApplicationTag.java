/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

/** The range of tags that belongs to the application. */
final class ApplicationTag {

  private ApplicationTag() {}

  static boolean isOne(int tag) {
    return tag >= WireLimits.FIRST_APPLICATION_TAG && tag <= WireLimits.LAST_TAG;
  }

  static int require(int tag) {
    if (!isOne(tag)) {
      throw new IllegalArgumentException(
          "an application's tag is within 0x0010 to 0xffff; got " + tag);
    }
    return tag;
  }
}
