/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.reactorp2p.crypto.box.Shapes.INT;
import static org.reactorp2p.crypto.box.Shapes.INTS;

import jdk.incubator.vector.IntVector;

/**
 * The rounds of Salsa20 in vector registers: sixteen of them hold the words of as many blocks as an
 * int vector has lanes.
 */
final class VectorRounds {
  private static final int LANES = INTS.length();

  private VectorRounds() {}

  /**
   * Twenty rounds over the words at {@code in}, word w of all lanes at {@code w * L}; they come out
   * in the same order from {@code at} on.
   *
   * <p>The loop has the quarter-rounds of the columns; those of the rows are the same once rows and
   * columns change their names. With both in one loop, C2 joins the two XORs of a word into one
   * operation of three operands, whose registers then do not suffice: 1.6 times slower on JDK 25.
   */
  static void permute(int[] in, int[] out, int at) {
    IntVector x0 = INT.cast(IntVector.fromArray(INTS, in, 0));
    IntVector x1 = INT.cast(IntVector.fromArray(INTS, in, LANES));
    IntVector x2 = INT.cast(IntVector.fromArray(INTS, in, 2 * LANES));
    IntVector x3 = INT.cast(IntVector.fromArray(INTS, in, 3 * LANES));
    IntVector x4 = INT.cast(IntVector.fromArray(INTS, in, 4 * LANES));
    IntVector x5 = INT.cast(IntVector.fromArray(INTS, in, 5 * LANES));
    IntVector x6 = INT.cast(IntVector.fromArray(INTS, in, 6 * LANES));
    IntVector x7 = INT.cast(IntVector.fromArray(INTS, in, 7 * LANES));
    IntVector x8 = INT.cast(IntVector.fromArray(INTS, in, 8 * LANES));
    IntVector x9 = INT.cast(IntVector.fromArray(INTS, in, 9 * LANES));
    IntVector x10 = INT.cast(IntVector.fromArray(INTS, in, 10 * LANES));
    IntVector x11 = INT.cast(IntVector.fromArray(INTS, in, 11 * LANES));
    IntVector x12 = INT.cast(IntVector.fromArray(INTS, in, 12 * LANES));
    IntVector x13 = INT.cast(IntVector.fromArray(INTS, in, 13 * LANES));
    IntVector x14 = INT.cast(IntVector.fromArray(INTS, in, 14 * LANES));
    IntVector x15 = INT.cast(IntVector.fromArray(INTS, in, 15 * LANES));
    for (int round = 0; round < 20; round++) {
      x0 = INT.cast(x0);
      x1 = INT.cast(x1);
      x2 = INT.cast(x2);
      x3 = INT.cast(x3);
      x4 = INT.cast(x4);
      x5 = INT.cast(x5);
      x6 = INT.cast(x6);
      x7 = INT.cast(x7);
      x8 = INT.cast(x8);
      x9 = INT.cast(x9);
      x10 = INT.cast(x10);
      x11 = INT.cast(x11);
      x12 = INT.cast(x12);
      x13 = INT.cast(x13);
      x14 = INT.cast(x14);
      x15 = INT.cast(x15);

      x4 = INT.cast(x4.lanewise(XOR, INT.cast(x0.add(x12)).lanewise(ROL, 7)));
      x8 = INT.cast(x8.lanewise(XOR, INT.cast(x4.add(x0)).lanewise(ROL, 9)));
      x12 = INT.cast(x12.lanewise(XOR, INT.cast(x8.add(x4)).lanewise(ROL, 13)));
      x0 = INT.cast(x0.lanewise(XOR, INT.cast(x12.add(x8)).lanewise(ROL, 18)));
      x9 = INT.cast(x9.lanewise(XOR, INT.cast(x5.add(x1)).lanewise(ROL, 7)));
      x13 = INT.cast(x13.lanewise(XOR, INT.cast(x9.add(x5)).lanewise(ROL, 9)));
      x1 = INT.cast(x1.lanewise(XOR, INT.cast(x13.add(x9)).lanewise(ROL, 13)));
      x5 = INT.cast(x5.lanewise(XOR, INT.cast(x1.add(x13)).lanewise(ROL, 18)));
      x14 = INT.cast(x14.lanewise(XOR, INT.cast(x10.add(x6)).lanewise(ROL, 7)));
      x2 = INT.cast(x2.lanewise(XOR, INT.cast(x14.add(x10)).lanewise(ROL, 9)));
      x6 = INT.cast(x6.lanewise(XOR, INT.cast(x2.add(x14)).lanewise(ROL, 13)));
      x10 = INT.cast(x10.lanewise(XOR, INT.cast(x6.add(x2)).lanewise(ROL, 18)));
      x3 = INT.cast(x3.lanewise(XOR, INT.cast(x15.add(x11)).lanewise(ROL, 7)));
      x7 = INT.cast(x7.lanewise(XOR, INT.cast(x3.add(x15)).lanewise(ROL, 9)));
      x11 = INT.cast(x11.lanewise(XOR, INT.cast(x7.add(x3)).lanewise(ROL, 13)));
      x15 = INT.cast(x15.lanewise(XOR, INT.cast(x11.add(x7)).lanewise(ROL, 18)));

      IntVector swap = x1;
      x1 = x4;
      x4 = swap;
      swap = x2;
      x2 = x8;
      x8 = swap;
      swap = x3;
      x3 = x12;
      x12 = swap;
      swap = x6;
      x6 = x9;
      x9 = swap;
      swap = x7;
      x7 = x13;
      x13 = swap;
      swap = x11;
      x11 = x14;
      x14 = swap;
    }
    INT.cast(x0).intoArray(out, at);
    INT.cast(x1).intoArray(out, at + LANES);
    INT.cast(x2).intoArray(out, at + 2 * LANES);
    INT.cast(x3).intoArray(out, at + 3 * LANES);
    INT.cast(x4).intoArray(out, at + 4 * LANES);
    INT.cast(x5).intoArray(out, at + 5 * LANES);
    INT.cast(x6).intoArray(out, at + 6 * LANES);
    INT.cast(x7).intoArray(out, at + 7 * LANES);
    INT.cast(x8).intoArray(out, at + 8 * LANES);
    INT.cast(x9).intoArray(out, at + 9 * LANES);
    INT.cast(x10).intoArray(out, at + 10 * LANES);
    INT.cast(x11).intoArray(out, at + 11 * LANES);
    INT.cast(x12).intoArray(out, at + 12 * LANES);
    INT.cast(x13).intoArray(out, at + 13 * LANES);
    INT.cast(x14).intoArray(out, at + 14 * LANES);
    INT.cast(x15).intoArray(out, at + 15 * LANES);
  }
}
