/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A value in a file and the path that leads to it. What it is asked to be and is not becomes a
 * {@link Difference} that names the path.
 */
record Field(String path, JsonNode node) {

  private static final int SHOWN = 60;

  /** The member of this name, which must be there. */
  Field get(String name) {
    JsonNode member = object().get(name);
    if (member == null) {
      throw new Difference(path, "the field '" + name + "' is missing");
    }
    return new Field(path.isEmpty() ? name : path + "." + name, member);
  }

  boolean has(String name) {
    return object().has(name);
  }

  private JsonNode object() {
    return require(node.isObject(), "an object");
  }

  private JsonNode require(boolean isSo, String what) {
    if (!isSo) {
      throw wrong("should be " + what + ", and is " + shown());
    }
    return node;
  }

  /** The names of the members, in their order. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    object().fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Refuses members that nobody knows how to check. */
  void requireOnly(Set<String> known) {
    for (String name : names()) {
      if (!known.contains(name)) {
        throw wrong("the field '" + name + "' is not known here");
      }
    }
  }

  /** The elements of a list. */
  List<Field> items() {
    require(node.isArray(), "a list");
    List<Field> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(new Field(path + "[" + items.size() + "]", item));
    }
    return items;
  }

  boolean isNull() {
    return node.isNull();
  }

  boolean isText() {
    return node.isTextual();
  }

  boolean isNumber() {
    return node.isNumber();
  }

  String text() {
    return require(node.isTextual(), "a text").textValue();
  }

  boolean flag() {
    return require(node.isBoolean(), "true or false").booleanValue();
  }

  int integer(int min, int max) {
    require(node.isIntegralNumber() && node.canConvertToInt(), "a whole number");
    int value = node.intValue();
    if (value < min || value > max) {
      throw wrong("should be within " + min + " and " + max + ", and is " + value);
    }
    return value;
  }

  double number() {
    return require(node.isNumber(), "a number").doubleValue();
  }

  byte[] hex() {
    return Hex.parse(text(), path);
  }

  byte[] hex(int length) {
    byte[] bytes = hex();
    if (bytes.length != length) {
      throw wrong("should have " + length + " bytes, and has " + bytes.length);
    }
    return bytes;
  }

  void mustBe(String computed) {
    if (!text().equals(computed)) {
      throw wrong("recorded " + shown() + ", ours '" + computed + "'");
    }
  }

  void mustBe(long computed) {
    require(node.isIntegralNumber() && node.canConvertToLong(), "a whole number");
    if (node.longValue() != computed) {
      throw wrong("recorded " + shown() + ", ours " + computed);
    }
  }

  void mustBe(Flag computed) {
    if (flag() != computed.isSet()) {
      throw wrong("recorded " + shown() + ", ours " + computed.isSet());
    }
  }

  void mustBeHex(byte[] computed) {
    Hex.requireSame(hex(), computed, path);
  }

  void mustBeNull() {
    require(isNull(), "null");
  }

  /** What is wrong with this field. */
  Difference wrong(String what) {
    return new Difference(path, what);
  }

  private String shown() {
    String text = node.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
