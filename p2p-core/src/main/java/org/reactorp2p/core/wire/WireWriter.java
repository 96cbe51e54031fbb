/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;

/**
 * Writes big-endian values into a byte array: its own, which grows up to a cap, or at first a
 * region of the caller's, from which it moves to one of its own only if the region is too small.
 * Over the cap it throws {@link UnencodableException}.
 *
 * <p>One thread at a time. Good for many units: {@link #over} starts the next.
 */
public final class WireWriter {

  private static final int FIRST_CAPACITY = 64;

  private byte[] array;
  private int start;
  private int position;
  private int limit;
  private int cap;
  private boolean spilled;

  /** A writer with an array of its own, for units of at most {@code cap} bytes. */
  public WireWriter(int cap) {
    this.cap = requireCap(cap);
    this.array = new byte[Math.min(cap, FIRST_CAPACITY)];
    this.limit = array.length;
    this.spilled = true;
  }

  /**
   * Starts a new unit in {@code region[from, to)}, which stays the caller's. Where it is too small
   * the unit moves to an array of the writer's own, see {@link #spilled()}.
   *
   * @param unitCap most bytes the unit may have
   * @return this
   */
  public WireWriter over(byte[] region, int from, int to, int unitCap) {
    Objects.checkFromToIndex(from, to, region.length);
    cap = requireCap(unitCap);
    array = region;
    start = from;
    position = from;
    limit = Math.min(to, from + Math.min(unitCap, region.length - from));
    spilled = false;
    return this;
  }

  private static int requireCap(int cap) {
    if (cap < 0) {
      throw new IllegalArgumentException("a cap is not negative; got " + cap);
    }
    return cap;
  }

  /** Whether the unit lies in the writer's own array rather than in the caller's region. */
  public boolean spilled() {
    return spilled;
  }

  /** The array the unit lies in. */
  public byte[] array() {
    return array;
  }

  /** Where in {@link #array()} the unit starts. */
  public int start() {
    return start;
  }

  /** Bytes written. */
  public int length() {
    return position - start;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOfRange(array, start, position);
  }

  /** The low 8 bits. */
  public WireWriter u8(int value) {
    int at = room(1);
    array[at] = (byte) value;
    return this;
  }

  /** {@code FF} for true, {@code 00} for false. */
  public WireWriter bool(boolean value) {
    return u8(value ? 0xff : 0);
  }

  /** The low 16 bits. */
  public WireWriter u16(int value) {
    int at = room(2);
    array[at] = (byte) (value >> 8);
    array[at + 1] = (byte) value;
    return this;
  }

  /** 32 bits. */
  public WireWriter i32(int value) {
    int at = room(4);
    putInt(array, at, value);
    return this;
  }

  /** 64 bits. */
  public WireWriter i64(long value) {
    int at = room(8);
    putInt(array, at, (int) (value >> 32));
    putInt(array, at + 4, (int) value);
    return this;
  }

  /** The bytes, nothing else. */
  public WireWriter bytes(byte[] bytes) {
    return bytes(bytes, 0, bytes.length);
  }

  /** A range of bytes, nothing else. */
  public WireWriter bytes(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int at = room(length);
    System.arraycopy(bytes, offset, array, at, length);
    return this;
  }

  /** A 4-byte length and the bytes. */
  public WireWriter dynamicBytes(byte[] bytes) {
    return i32(bytes.length).bytes(bytes);
  }

  /** A 4-byte length and the text in UTF-8. */
  public WireWriter dynamicText(String text) {
    return dynamicBytes(text.getBytes(UTF_8));
  }

  /** Leaves room for a 4-byte length, to be filled by {@link #endDynamic}; returns its place. */
  public int beginDynamic() {
    i32(0);
    return length();
  }

  /** Fills the length left open by {@link #beginDynamic} with the number of bytes written since. */
  public void endDynamic(int begun) {
    putInt(array, start + begun - 4, length() - begun);
  }

  /** Takes room, perhaps in a new array: {@code array} must be read after the call, not before. */
  private int room(int length) {
    if (length > limit - position) {
      grow(length);
    }
    int at = position;
    position += length;
    return at;
  }

  private void grow(int length) {
    long needed = (long) length() + length;
    if (needed > cap) {
      throw new UnencodableException(
          "the encoding is over its limit of " + cap + " bytes: at least " + needed);
    }
    int capacity = (int) Math.min(cap, Math.max(needed, Math.max(2L * length(), FIRST_CAPACITY)));
    byte[] larger = new byte[capacity];
    System.arraycopy(array, start, larger, 0, length());
    position = length();
    start = 0;
    limit = capacity;
    array = larger;
    spilled = true;
  }

  static void putInt(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }
}
