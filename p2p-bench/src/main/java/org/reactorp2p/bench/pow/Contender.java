/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.pow;

/** Somebody who hashes 56 bytes to 32, again and again, on the calling thread. */
interface Contender {

  String name();

  /** Computes at least {@code count} hashes and answers how many. */
  long hash(long count);
}
