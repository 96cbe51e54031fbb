/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import org.reactorp2p.scheduler.ByteRate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rate: {@code 2MiB}, {@code 512KiB}, {@code 1.5MB}, bytes, or {@code unlimited}. */
public final class RateConverter implements ITypeConverter<ByteRate> {

  @Override
  public ByteRate convert(String text) {
    try {
      return ByteRate.parse(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(refused.getMessage());
    }
  }
}
