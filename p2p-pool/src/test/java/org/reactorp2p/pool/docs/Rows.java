/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.docs;

import java.util.List;

/** A table in Markdown. */
final class Rows {

  private final StringBuilder text = new StringBuilder();

  Rows(String... heads) {
    add(heads);
    add(List.of(heads).stream().map(head -> "---").toArray(String[]::new));
  }

  Rows add(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
