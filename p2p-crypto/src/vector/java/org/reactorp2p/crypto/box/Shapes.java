/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The widest vectors of this machine, and their exact classes, to which a vector is cast before a
 * method is called on it.
 *
 * <p>The casts cost nothing and decide all. C2 keeps a vector in a register only where it knows its
 * exact class. Without a cast it takes the class from what ran so far, and guards the guess; but it
 * makes no more guards in a method into which it inlined a hundred failures of guards, whoever
 * caused them: four failures in a method at the bottom of the Vector API, which is inlined with
 * each operation, are a hundred after 25 operations. From there on vectors are objects, for good,
 * and the box is 6 to 70 times slower. ADR 0002 tells how that was found.
 *
 * <p>A second limit: a method with far more than 200 calls of the Vector API, casts included, is
 * too large for C1, and what C1 gives up is never compiled at all.
 */
final class Shapes {
  /** Up to vectors that hold a block. */
  static final VectorSpecies<Integer> INTS =
      IntVector.SPECIES_PREFERRED.length() > SalsaBlock.WORDS
          ? IntVector.SPECIES_512
          : IntVector.SPECIES_PREFERRED;

  static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;

  static final Class<? extends IntVector> INT = IntVector.zero(INTS).getClass();
  static final Class<? extends LongVector> LONG = LongVector.zero(LONGS).getClass();
  static final Class<? extends ByteVector> BYTE = ByteVector.zero(BYTES).getClass();

  /** The bytes of {@link #INTS}. */
  static final Class<? extends ByteVector> BYTE_OF_INT =
      IntVector.zero(INTS).reinterpretAsBytes().getClass();

  private Shapes() {}
}
