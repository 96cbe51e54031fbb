/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

/**
 * How one type of value lies on the wire. Pure: no state, no I/O; any number of threads.
 *
 * @param <T> the value
 */
public interface Codec<T> {

  /**
   * Appends the value.
   *
   * @throws UnencodableException if the value does not fit its limits or the writer's
   */
  void encode(T value, WireWriter out);

  /**
   * Reads one value and leaves the reader behind it. Allocates no more than what has arrived.
   *
   * @throws MalformedException if the bytes are no value; nothing else, whatever the bytes
   */
  T decode(WireReader in);

  /** The value alone, in an array of its own; at most what fits a frame. */
  default byte[] toBytes(T value) {
    var out = new WireWriter(WireLimits.MAX_FRAME_SIZE);
    encode(value, out);
    return out.toBytes();
  }

  /** Reads a value that must take up the whole array. */
  default T ofBytes(byte[] bytes) {
    return decodeAll(WireReader.of(bytes));
  }

  /** Reads a value that must take up all that is left. */
  default T decodeAll(WireReader in) {
    T value = decode(in);
    in.expectEnd();
    return value;
  }
}
