/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import org.reactorp2p.crypto.identity.Difficulty;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a difficulty: a number from 0 to 256, fractions allowed. */
public final class DifficultyConverter implements ITypeConverter<Difficulty> {

  @Override
  public Difficulty convert(String text) {
    try {
      return Difficulty.of(Double.parseDouble(text));
    } catch (IllegalArgumentException notOne) {
      throw new TypeConversionException(
          "'" + text + "' is no difficulty: give a number of bits from 0 to 256, such as 26");
    }
  }
}
