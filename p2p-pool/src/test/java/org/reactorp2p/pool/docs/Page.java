/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A page of which some parts are made from the code and the rest is written by hand. A part lies
 * between {@code <!-- made from the code: NAME -->} and {@code <!-- end -->}.
 */
final class Page {

  /** Writes the pages anew instead of comparing: {@code -Dp2p.docs=write}. */
  private static final boolean WRITE = "write".equals(System.getProperty("p2p.docs"));

  private static final String END = "<!-- end -->";

  private final Path file;

  private Page(Path file) {
    this.file = file;
  }

  static Page of(String name) {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return new Page(module.resolveSibling("docs").resolve(name));
  }

  /** Has to hold these parts; or does from now on, if pages are to be written. */
  void holds(Map<String, String> parts) throws IOException {
    String there = Files.readString(file);
    String made = there;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      made = with(part.getKey(), part.getValue(), made);
    }
    if (WRITE) {
      Files.writeString(file, made);
    } else {
      assertThat(there)
          .as(
              "%s is behind the code: mvn -pl p2p-pool -am test -Dtest='*PageTest'"
                  + " -Dsurefire.failIfNoSpecifiedTests=false -Dp2p.docs=write",
              file.getFileName())
          .isEqualTo(made);
    }
  }

  private String with(String name, String content, String page) {
    String mark = "<!-- made from the code: " + name + " -->";
    int begin = page.indexOf(mark);
    int end = page.indexOf(END, begin);
    assertThat(begin).as("'%s' in %s", mark, file).isNotNegative();
    assertThat(end).as("the end of '%s' in %s", mark, file).isGreaterThan(begin);
    return page.substring(0, begin + mark.length()) + "\n" + content + page.substring(end);
  }
}
