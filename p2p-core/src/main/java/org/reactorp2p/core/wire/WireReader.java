/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Objects;

/**
 * A cursor over a range of a byte array. Big-endian. Reads the array where it lies and copies only
 * what it hands out as an array of its own; checks every length against what is there before it
 * allocates. Whatever does not fit ends in a {@link MalformedException}.
 *
 * <p>One thread at a time. The array must not change meanwhile, and a reader handed to a codec is
 * good only until the codec returns.
 */
public final class WireReader {

  private byte[] array;
  private int origin;
  private int position;
  private int limit;

  WireReader() {
    this.array = new byte[0];
  }

  /** A reader over the whole array. */
  public static WireReader of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** A reader over {@code length} bytes from {@code offset}; offsets are reported from there. */
  public static WireReader of(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    var reader = new WireReader();
    reader.reset(bytes, offset, offset, offset + length);
    return reader;
  }

  /** Looks at another range; {@code origin} is where reported offsets are counted from. */
  void reset(byte[] newArray, int newOrigin, int from, int to) {
    array = newArray;
    origin = newOrigin;
    position = from;
    limit = to;
  }

  /** Bytes read so far, counted from the start of the unit. */
  public int offset() {
    return position - origin;
  }

  /** Bytes not read yet. */
  public int remaining() {
    return limit - position;
  }

  /** Unsigned byte. */
  public int u8() {
    return array[take(1)] & 0xff;
  }

  /** A boolean: zero is false, every other byte true. */
  public boolean bool() {
    return u8() != 0;
  }

  /** Unsigned 16 bits. */
  public int u16() {
    int at = take(2);
    return (array[at] & 0xff) << 8 | array[at + 1] & 0xff;
  }

  /** Signed 16 bits. */
  public short i16() {
    return (short) u16();
  }

  /** Signed 32 bits. */
  public int i32() {
    return intAt(array, take(4));
  }

  /** Signed 64 bits. */
  public long i64() {
    int at = take(8);
    return (long) intAt(array, at) << 32 | intAt(array, at + 4) & 0xffff_ffffL;
  }

  /** A length or count: 32 bits of which the sign must not be set. */
  public int u30() {
    int value = i32();
    if (value < 0) {
      position -= 4;
      throw malformed(Flaw.INVALID_NUMBER, "a length is negative");
    }
    return value;
  }

  /** The next {@code length} bytes, copied. */
  public byte[] bytes(int length) {
    int at = take(length);
    var copy = new byte[length];
    System.arraycopy(array, at, copy, 0, length);
    return copy;
  }

  /** All bytes that are left, copied. */
  public byte[] rest() {
    return bytes(remaining());
  }

  /** The bytes already read from {@code offset} on, copied. */
  byte[] bytesSince(int offset) {
    var copy = new byte[offset() - offset];
    System.arraycopy(array, origin + offset, copy, 0, copy.length);
    return copy;
  }

  /** Passes over {@code length} bytes. */
  public void skip(int length) {
    take(length);
  }

  /** A 4-byte length, at most {@code max} and at most what is left, then as many bytes, copied. */
  public byte[] dynamicBytes(int max) {
    return bytes(dynamicLength(max));
  }

  /** Like {@link #dynamicBytes}, and the bytes must be UTF-8. */
  public String dynamicText(int max) {
    int length = dynamicLength(max);
    int at = take(length);
    try {
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(array, at, length))
          .toString();
    } catch (CharacterCodingException e) {
      position = at;
      throw malformed(Flaw.INVALID_VALUE, "a text is not UTF-8");
    }
  }

  /** A 4-byte length, at most {@code max} and at most what is left, and nothing of its bytes. */
  public int dynamicLength(int max) {
    int length = u30();
    if (length > max) {
      position -= 4;
      throw malformed(Flaw.SIZE_LIMIT, "a length of " + length + " is over the limit " + max);
    }
    if (length > remaining()) {
      position -= 4;
      throw notEnough(length);
    }
    return length;
  }

  /** A reader over the next {@code length} bytes, which this one passes over; no copy. */
  public WireReader slice(int length) {
    int at = take(length);
    var slice = new WireReader();
    slice.reset(array, origin, at, at + length);
    return slice;
  }

  /** Refuses what is left over. */
  public void expectEnd() {
    if (position != limit) {
      throw malformed(Flaw.EXTRA_BYTES, remaining() + " extra bytes");
    }
  }

  /** The exception a codec throws about the value at the present offset. */
  public MalformedException malformed(String what) {
    return malformed(Flaw.INVALID_VALUE, what);
  }

  MalformedException malformed(Flaw flaw, String what) {
    return new MalformedException(flaw, offset(), what);
  }

  private int take(int length) {
    if (length < 0 || length > limit - position) {
      throw notEnough(length);
    }
    int at = position;
    position += length;
    return at;
  }

  private MalformedException notEnough(int length) {
    return malformed(
        Flaw.NOT_ENOUGH_DATA, "not enough data: " + length + " wanted, " + remaining() + " left");
  }

  static int intAt(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | bytes[at + 3] & 0xff;
  }
}
