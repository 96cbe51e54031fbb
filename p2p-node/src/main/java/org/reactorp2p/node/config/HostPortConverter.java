/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT} from the command line. */
public final class HostPortConverter implements ITypeConverter<HostPort> {

  @Override
  public HostPort convert(String text) {
    try {
      return HostPort.parse(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(refused.getMessage());
    }
  }
}
