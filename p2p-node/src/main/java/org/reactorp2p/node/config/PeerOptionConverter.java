/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT[#id]} from the command line. */
public final class PeerOptionConverter implements ITypeConverter<PeerOption> {

  @Override
  public PeerOption convert(String text) {
    try {
      return PeerOption.parse(text);
    } catch (IllegalArgumentException refused) {
      throw new TypeConversionException(refused.getMessage());
    }
  }
}
