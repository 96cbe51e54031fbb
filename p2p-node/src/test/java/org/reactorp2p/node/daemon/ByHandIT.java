/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.node.cli.ExitStatus;

/** Plays docs/by-hand.md line by line: nodes in processes of their own, and what they say. */
@Timeout(180)
class ByHandIT {

  private static final Path PAGE = Path.of("..", "docs", "by-hand.md");
  private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINE = Pattern.compile("([a-z]+)([$>|!]) (.*)");
  private static final String SHELL = "./p2p ";

  @TempDir Path directory;

  private final Map<String, NodeProcess> nodes = new LinkedHashMap<>();

  /** What stands on the page, and what takes its place here. */
  private final Map<String, String> names = new LinkedHashMap<>();

  @AfterEach
  void endAll() {
    nodes.values().forEach(NodeProcess::close);
  }

  @Test
  void everything_on_the_page_happens_as_it_says() throws Exception {
    names.put("/tmp/p2p", directory.toString());
    for (int port = 9732; port <= 9734; port++) {
      names.put("127.0.0.1:" + port, "127.0.0.1:" + freePort());
    }
    List<String> lines =
        BLOCK
            .matcher(Files.readString(PAGE))
            .results()
            .flatMap(block -> block.group(1).lines())
            .toList();
    assertThat(lines).hasSizeGreaterThan(60);
    for (String line : lines) {
      Matcher parts = LINE.matcher(line);
      assertThat(parts.matches()).as("'%s' is a line of a node", line).isTrue();
      play(parts.group(1), parts.group(2).charAt(0), parts.group(3));
    }
  }

  private void play(String who, char what, String text) throws Exception {
    switch (what) {
      case '$' -> start(who, text);
      case '>' -> {
        nodes.values().forEach(NodeProcess::forget);
        node(who).type(named(text));
      }
      case '|' -> hear(who, text);
      default -> {
        assertThat(node(who).awaitEnd()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(node(who).errors()).contains(named(text));
      }
    }
  }

  private void start(String who, String command) {
    assertThat(command).startsWith(SHELL);
    String[] words = named(command.substring(SHELL.length())).split(" ", -1);
    Optional.ofNullable(nodes.remove(who)).ifPresent(NodeProcess::close);
    nodes.put(who, NodeProcess.start(directory, words));
  }

  /** The first time that a node tells its id, the name of it gets its meaning. */
  private void hear(String who, String text) {
    String id = who.toUpperCase(Locale.ROOT);
    String started = "started peer=" + id;
    if (text.startsWith(started) && !names.containsKey(id)) {
      Matcher line =
          Pattern.compile("started peer=(\\S+)").matcher(node(who).lineWith("started peer="));
      assertThat(line.find()).isTrue();
      names.put(id, line.group(1));
      return;
    }
    List<String> pieces = new ArrayList<>(Arrays.asList(named(text).split("…", -1)));
    pieces.replaceAll(String::strip);
    node(who).lineWith(pieces);
  }

  private NodeProcess node(String who) {
    NodeProcess node = nodes.get(who);
    assertThat(node).as("%s runs", who).isNotNull();
    return node;
  }

  private String named(String text) {
    String here = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      here = here.replace(name.getKey(), name.getValue());
    }
    return here;
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
