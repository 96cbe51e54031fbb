/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the original's tests names all of ours that carry the name of one, and no others. */
class OriginalTestsPageTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

  /** A test with the name of one of the original's: {@code file.ml: name}. */
  private static final Pattern NAMED =
      Pattern.compile("@DisplayName\\(\\s*\"([^\"]+\\.ml): ([^\"]+)\"\\)\\s*void (\\w+)\\(");

  private static final Pattern ROW = Pattern.compile("\\| (\\S+\\.ml) \\| ([^|]+) \\| ([^|]+) \\|");

  @Test
  void the_table_is_of_the_tests_that_are_there() throws IOException {
    assertThat(onThePage()).hasSizeGreaterThan(60).isEqualTo(inTheSources());
  }

  @Test
  void all_of_them_are_tagged_to_be_repeated() throws IOException {
    for (Path file : tests()) {
      String source = Files.readString(file);
      long named = NAMED.matcher(source).results().count();
      long tagged = Pattern.compile("@Tag\\(\"original\"\\)").matcher(source).results().count();
      boolean whole = Pattern.compile("(?m)^@Tag\\(\"original\"\\)").matcher(source).find();
      assertThat(whole || tagged == named).as("tags in %s", file.getFileName()).isTrue();
    }
  }

  private static SortedSet<String> onThePage() throws IOException {
    SortedSet<String> rows = new TreeSet<>();
    String page = Files.readString(ROOT.resolve("docs/original-tests.md"));
    ROW.matcher(page)
        .results()
        .forEach(
            row -> {
              for (String test : row.group(3).split(", ")) {
                rows.add(entry(row.group(1), row.group(2), test.replace("`", "")));
              }
            });
    return rows;
  }

  private static SortedSet<String> inTheSources() throws IOException {
    SortedSet<String> rows = new TreeSet<>();
    for (Path file : tests()) {
      String type = file.getFileName().toString().replace(".java", "");
      NAMED
          .matcher(Files.readString(file))
          .results()
          .forEach(
              test -> rows.add(entry(test.group(1), test.group(2), type + "." + test.group(3))));
    }
    return rows;
  }

  private static String entry(String file, String name, String test) {
    return file + ": " + name + " = " + test;
  }

  private static List<Path> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> ROOT.relativize(file).toString().contains("src/test/java"))
          .toList();
    }
  }
}
