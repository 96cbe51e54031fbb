/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Javadoc of a type says of each type and each constant in it: its first paragraph. */
final class Sentences {

  private static final Pattern COMMENTED =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\s+)*"
              + "(?:(?:public|static|final|sealed)\\s+)*"
              + "(?:(?:record|class|interface|enum)\\s+)?(\\w+)",
          Pattern.DOTALL);

  private final Map<String, String> byName = new LinkedHashMap<>();

  private Sentences() {}

  /** Of a top-level type, whose source lies in this module or in the one called {@code module}. */
  static Sentences of(String module, Class<?> type) throws IOException {
    Path source =
        Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolveSibling(module)
            .resolve("src/main/java")
            .resolve(type.getName().replace('.', '/') + ".java");
    var sentences = new Sentences();
    Matcher matcher = COMMENTED.matcher(Files.readString(source));
    while (matcher.find()) {
      sentences.byName.putIfAbsent(matcher.group(2), paragraph(matcher.group(1)));
    }
    return sentences;
  }

  /** The types of a sealed family as they stand in the source; compilers list them as they like. */
  List<Class<?>> family(Class<?> sealed) {
    List<String> order = List.copyOf(byName.keySet());
    return Arrays.stream(sealed.getPermittedSubclasses())
        .sorted(Comparator.comparingInt(type -> order.indexOf(type.getSimpleName())))
        .toList();
  }

  String about(Class<?> type) {
    return about(type.getSimpleName());
  }

  String about(String name) {
    assertThat(byName).as("Javadoc").containsKey(name);
    return byName.get(name);
  }

  private static String paragraph(String comment) {
    String text = comment.replaceAll("(?m)^\\s*\\*", " ");
    return text.split("@param|@return|<p>|<pre>", -1)[0]
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@link(?:plain)? [^} ]* ([^}]*)}", "$1")
        .replaceAll("\\{@link(?:plain)? #?([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|")
        .strip();
  }
}
