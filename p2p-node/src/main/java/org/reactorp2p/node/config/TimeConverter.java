/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 10m} from the command line. */
public final class TimeConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    try {
      return TimeText.parse(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException("'" + text + "' cannot be used: " + refused.getMessage());
    }
  }
}
