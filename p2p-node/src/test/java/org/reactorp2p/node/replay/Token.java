/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A value in a file of JSON.
 *
 * @param path the names and indexes that lead to it
 * @param from its first byte, behind the quote if it is a text
 * @param length how many bytes it has
 */
record Token(String path, int from, int length) {

  /** All of them. */
  static List<Token> of(byte[] json) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          int at = (int) parser.currentTokenLocation().getByteOffset();
          int quote = token == JsonToken.VALUE_STRING ? 1 : 0;
          String path = parser.getParsingContext().pathAsPointer().toString();
          tokens.add(new Token(path, at + quote, parser.getTextLength()));
        }
      }
    }
    return tokens;
  }
}
