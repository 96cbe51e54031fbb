/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.node.cli.CommandRun;
import org.reactorp2p.node.cli.ExitStatus;

/**
 * What {@code tezt/tests/p2p.ml} and {@code tezt/manual_tests/p2p_node_test.ml} of the original
 * assert of nodes that are started with flags, in processes of their own as there.
 */
@Tag("original")
@Timeout(90)
class OriginalNodeIT {

  @TempDir Path directory;

  private NodeProcess node(String... flags) {
    List<String> all =
        new ArrayList<>(List.of("node", "--listen=127.0.0.1:0", "--required-difficulty=0"));
    all.addAll(Arrays.asList(flags));
    return NodeProcess.start(directory, all.toArray(new String[0]));
  }

  private static String field(String line, String name) {
    int from = line.indexOf(" " + name + "=") + name.length() + 2;
    int to = line.indexOf(' ', from);
    return to < 0 ? line.substring(from) : line.substring(from, to);
  }

  private static void quit(NodeProcess node) throws Exception {
    node.type("quit");
    node.lineWith(" stopped");
    assertThat(node.awaitEnd()).isEqualTo(ExitStatus.OK);
    assertThat(node.errors()).isEmpty();
  }

  @Test
  @DisplayName("tezt/tests/p2p.ml: check peer option")
  void a_peer_is_dialled_with_the_id_that_is_expected_there() throws Exception {
    try (NodeProcess host = node()) {
      String id = field(host.lineWith(" started "), "peer");
      String at = field(host.lineWith(" listening "), "at");
      try (NodeProcess guest = node("--peer=" + at + "#" + id)) {
        assertThat(field(guest.lineWith(" connected "), "peer")).isEqualTo(id);
        quit(guest);
      }
      quit(host);
    }
  }

  @Test
  @DisplayName("tezt/tests/p2p.ml: check --connections=1 option")
  void a_node_for_one_connection_connects_to_its_peer() throws Exception {
    try (NodeProcess host = node()) {
      String at = field(host.lineWith(" listening "), "at");
      try (NodeProcess guest = node("--max-connections=1", "--peer=" + at)) {
        guest.lineWith(" connected ");
        quit(guest);
      }
      quit(host);
    }
  }

  @Test
  @DisplayName("tezt/tests/p2p.ml: check --advertised-net-port")
  void the_book_of_the_other_holds_the_advertised_port() throws Exception {
    String data = "--data-dir=" + directory.resolve("data");
    String real;
    try (NodeProcess keeper = node(data)) {
      String at = field(keeper.lineWith(" listening "), "at");
      try (NodeProcess guest = node("--advertised-port=45678", "--peer=" + at)) {
        real = field(guest.lineWith(" listening "), "at");
        keeper.lineWith(" connected ");
        quit(guest);
      }
      quit(keeper);
    }
    Path peers = directory.resolve("peers.json");
    assertThat(CommandRun.of("peers", "export", data, peers.toString()).out()).contains("1 peers");
    assertThat(Files.readString(peers)).contains("45678").doesNotContain(real.split(":")[1]);
  }

  @Test
  @DisplayName("tezt/tests/p2p.ml: p2p stat")
  void what_the_console_lists_agrees() throws Exception {
    try (NodeProcess host = node()) {
      String at = field(host.lineWith(" listening "), "at");
      try (NodeProcess guest = node("--peer=" + at)) {
        String id = field(guest.lineWith(" started "), "peer");
        String guestAt = field(guest.lineWith(" listening "), "at");
        host.lineWith(" connected ");
        host.type("connections", "points running", "peers running");
        assertThat(field(host.lineWith(" connection "), "peer")).isEqualTo(id);
        assertThat(field(host.lineWith(" point "), "point")).isEqualTo(guestAt);
        assertThat(field(host.lineWith(" peer "), "peer")).isEqualTo(id);
        quit(guest);
      }
      quit(host);
    }
  }

  @Test
  @DisplayName("tezt/manual_tests/p2p_node_test.ml: a node starts and stops")
  void a_node_starts_and_stops() throws Exception {
    try (NodeProcess node = node()) {
      node.lineWith(" listening ");
      node.terminate();
      node.lineWith(" stopped");
      assertThat(node.awaitEnd()).isEqualTo(ExitStatus.OK);
      assertThat(node.errors()).isEmpty();
    }
  }

  @Test
  @DisplayName("tezt/manual_tests/p2p_node_test.ml: two nodes connect on request")
  void two_nodes_connect_on_request() throws Exception {
    try (NodeProcess host = node();
        NodeProcess guest = node()) {
      String at = field(host.lineWith(" listening "), "at");
      guest.lineWith(" listening ");
      guest.type("connect " + at);
      guest.lineWith(" connected ");
      host.lineWith(" connected ");
      quit(guest);
      quit(host);
    }
  }

  @Test
  @DisplayName("tezt/manual_tests/p2p_node_test.ml: two nodes exchange text messages")
  void two_nodes_exchange_text_messages() throws Exception {
    String hello = HexFormat.of().formatHex("Hello !".getBytes(StandardCharsets.US_ASCII));
    try (NodeProcess host = node()) {
      String at = field(host.lineWith(" listening "), "at");
      try (NodeProcess guest = node("--peer=" + at)) {
        guest.lineWith(" connected ");
        host.lineWith(" connected ");
        guest.type("send all 0x10:" + hello);
        assertThat(host.lineWith(" message ")).contains("length=7");
        host.type("send all 0x10:" + hello);
        assertThat(guest.lineWith(" message ")).contains("length=7");
        quit(guest);
      }
      quit(host);
    }
  }
}
