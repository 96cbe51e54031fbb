/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

/**
 * One thing to measure.
 *
 * @param act {@code seal} or {@code open}
 */
record Cell(Provider provider, String act, int length) {

  String name() {
    return provider.label() + "-" + act + "-" + length + "B";
  }
}
