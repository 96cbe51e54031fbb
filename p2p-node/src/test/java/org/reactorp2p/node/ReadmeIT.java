/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.node.cli.Subcommand;
import picocli.CommandLine;

/** The README keeps its promises: its program runs, and its commands and links exist. */
@Timeout(60)
class ReadmeIT {

  private static final Path ROOT = Path.of("..");

  /** Commands that live in modules above this one. */
  private static final Set<String> ELSEWHERE = Set.of("bench");

  @TempDir Path directory;

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  @Test
  void its_program_compiles_and_says_what_it_should() throws Exception {
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme());
    assertThat(block.find()).isTrue();
    Path source = Files.writeString(directory.resolve("Greeting.java"), block.group(1));

    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    String classPath = System.getProperty("java.class.path");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                complaints,
                complaints,
                "-cp",
                classPath,
                "-d",
                directory.toString(),
                source.toString());

    assertThat(status).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(outputOf("Greeting")).isEqualToIgnoringNewLines("Hello, Alice!");
  }

  private String outputOf(String mainClass) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    URL[] classes = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader());
        PrintStream captured = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      loader
          .loadClass(mainClass)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void its_commands_exist() throws IOException {
    Set<String> known =
        ServiceLoader.load(Subcommand.class).stream()
            .map(provider -> new CommandLine(provider.get()).getCommandName())
            .collect(Collectors.toSet());

    assertThat(all(Pattern.compile("\\./p2p ([a-z]+)"), readme()))
        .contains("swarm", "node", "identity", "replay")
        .allMatch(name -> known.contains(name) || ELSEWHERE.contains(name));
    assertThat(readme()).contains("\nmvn -B verify\n");
  }

  @Test
  void its_links_lead_to_files_and_so_do_those_of_the_other_pages() throws IOException {
    List<Path> pages =
        Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/ARCHITECTURE.md")
            .map(ROOT::resolve)
            .toList();
    for (Path page : pages) {
      for (String link : all(Pattern.compile("\\]\\(([^):]+)\\)"), Files.readString(page))) {
        assertThat(page.resolveSibling(link)).as("a link in %s", page).exists();
      }
    }
  }
}
