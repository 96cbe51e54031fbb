/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactorp2p.core.wire.RawMessage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code TAG:HEX}, a message to send: its tag and its body, both in hex. */
public final class TaggedHexConverter implements ITypeConverter<RawMessage> {

  private static final Pattern FORM =
      Pattern.compile("(?:0[xX])?([0-9a-fA-F]{1,4}):((?:[0-9a-fA-F]{2})*+)");

  @Override
  public RawMessage convert(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw refused(
          "TAG:HEX is needed, both in hex digits and two for each byte, such as 0x10:c0ffee");
    }
    try {
      return new RawMessage(
          HexFormat.fromHexDigits(parts.group(1)), HexFormat.of().parseHex(parts.group(2)));
    } catch (IllegalArgumentException outOfRange) {
      throw refused("a tag lies within 0x10 and 0xffff, but this is 0x" + parts.group(1));
    }
  }

  private static TypeConversionException refused(String why) {
    return new TypeConversionException("the message cannot be used: " + why);
  }
}
