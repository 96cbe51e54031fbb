/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the journal before it is text or JSON: what happened, and its particulars in order.
 * Values are strings, numbers or lists of strings.
 *
 * @param event a few words joined by hyphens, such as {@code listening-started}
 * @param fields names without blanks
 */
public record Entry(String event, Map<String, Object> fields) {

  public Entry {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public static Entry of(String event) {
    return new Entry(event, Map.of());
  }

  /** The same with one more particular at the end. */
  public Entry with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new Entry(event, more);
  }
}
