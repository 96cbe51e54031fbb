/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.node.cli.CommandRun;
import org.reactorp2p.node.cli.ExitStatus;

/** Nodes in processes of their own, over loopback TCP. */
@Timeout(90)
class NodeIT {

  private static final String SHA256_OF_C0FFEE =
      "c47a10dc272b1221f0380a2ae0f7d7fa830b3e378f2f5309bbf13f61ad211913";

  @TempDir Path directory;

  private static String field(String line, String name) {
    int from = line.indexOf(" " + name + "=") + name.length() + 2;
    int to = line.indexOf(' ', from);
    return to < 0 ? line.substring(from) : line.substring(from, to);
  }

  @Test
  void two_nodes_greet_each_other_and_sigterm_ends_them_politely() throws Exception {
    try (NodeProcess echo =
        NodeProcess.start(
            directory, "node", "--listen=127.0.0.1:0", "--required-difficulty=0", "--echo")) {
      String id = field(echo.lineWith(" started "), "peer");
      String at = field(echo.lineWith(" listening "), "at");
      try (NodeProcess greeter =
          NodeProcess.start(
              directory,
              "node",
              "--peer=" + at + "#" + id,
              "--required-difficulty=0",
              "--json",
              "--send=0x10:c0ffee")) {
        assertThat(echo.lineWith(" message "))
            .contains("tag=0x0010 length=3 sha256=" + SHA256_OF_C0FFEE);
        greeter.lineWith("\"event\":\"connected\"");
        JsonNode back = new ObjectMapper().readTree(greeter.lineWith("\"event\":\"message\""));
        assertThat(back.get("peer").asText()).isEqualTo(id);
        assertThat(back.get("tag").asText()).isEqualTo("0x0010");
        assertThat(back.get("length").asInt()).isEqualTo(3);
        assertThat(back.get("sha256").asText()).isEqualTo(SHA256_OF_C0FFEE);

        greeter.terminate();
        greeter.lineWith("\"event\":\"disconnected\"");
        greeter.lineWith("\"event\":\"stopped\"");
        assertThat(greeter.awaitEnd()).isEqualTo(ExitStatus.OK);
        assertThat(greeter.errors()).isEmpty();
      }
      assertThat(echo.lineWith(" disconnected ")).contains("messages-received=1");
      echo.terminate();
      echo.lineWith(" stopped");
      assertThat(echo.awaitEnd()).isEqualTo(ExitStatus.OK);
      assertThat(echo.errors()).isEmpty();
    }
  }

  @Test
  void commands_on_standard_input_connect_send_ban_and_quit() throws Exception {
    try (NodeProcess host =
            NodeProcess.start(
                directory, "node", "--listen=127.0.0.1:0", "--required-difficulty=0");
        NodeProcess guest =
            NodeProcess.start(
                directory, "node", "--listen=127.0.0.1:0", "--required-difficulty=0")) {
      String at = field(host.lineWith(" listening "), "at");
      String guestId = field(guest.lineWith(" started "), "peer");
      guest.lineWith(" listening ");
      guest.type("connect " + at, "send all 0x10:c0ffee", "connections");
      assertThat(guest.lineWith(" done ")).endsWith("command=connect");
      assertThat(guest.lineWith(" queued ")).endsWith("peers=1 length=3");
      assertThat(guest.lineWith(" connection ")).contains("direction=outbound");
      assertThat(host.lineWith(" message ")).contains(SHA256_OF_C0FFEE);

      host.type("ban " + guestId + " for 1h too loud");
      assertThat(host.lineWith(" disconnected ")).contains("why=\"the peer was banned\"");
      host.type("lists");
      assertThat(host.lineWith(" listed-banned ")).contains("by=console why=\"too loud\" until=");
      guest.type("connect " + at + " for 5s");
      assertThat(guest.lineWith(" failed ")).contains("command=connect");
      // Events and answers come by different ways, so each is waited for before the next.
      host.type("unban " + guestId, "greylist 10.0.0.1", "clear");
      assertThat(host.lineWith(" greylist-cleared ")).endsWith("entries=1");
      host.type("frobnicate");
      assertThat(host.lineWith(" failed ")).contains("no such command");
      host.type("quit");
      host.lineWith(" stopped");
      assertThat(host.awaitEnd()).isEqualTo(ExitStatus.OK);
      guest.endInput();
      guest.terminate();
      assertThat(guest.awaitEnd()).isEqualTo(ExitStatus.OK);
    }
  }

  @Test
  void nodes_find_each_other_by_their_beacons_and_connect() throws Exception {
    String beacon = "--discovery=127.255.255.255:" + freePort();
    String[] flags = {
      "node", "--listen=127.0.0.1:0", "--required-difficulty=0", "--swap-linger=none", beacon
    };
    try (NodeProcess one = NodeProcess.start(directory, flags)) {
      one.lineWith(" listening ");
      try (NodeProcess other = NodeProcess.start(directory, flags)) {
        String id = field(other.lineWith(" started "), "peer");
        assertThat(one.lineWith(" discovered ")).endsWith("claimed=" + id);
        assertThat(one.lineWith(" connected ")).contains("peer=" + id);
        other.lineWith(" connected ");
        other.type("ask", "swap", "call");
        assertThat(other.lineWith(" asked ")).endsWith("peers=1");
        assertThat(other.lineWith(" done command=call")).isNotEmpty();
        other.type("quit");
        assertThat(other.awaitEnd()).isEqualTo(ExitStatus.OK);
      }
      one.terminate();
      assertThat(one.awaitEnd()).isEqualTo(ExitStatus.OK);
      assertThat(one.errors()).isEmpty();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void the_end_of_input_stops_a_node_that_was_told_so_and_no_other() throws Exception {
    String[] flags = {"node", "--listen=127.0.0.1:0", "--required-difficulty=0"};
    try (NodeProcess daemon = NodeProcess.start(directory, flags);
        NodeProcess script =
            NodeProcess.start(
                directory,
                "node",
                "--listen=127.0.0.1:0",
                "--required-difficulty=0",
                "--quit-at-end-of-input")) {
      String at = field(daemon.lineWith(" listening "), "at");
      daemon.endInput();
      script.type("connect " + at);
      script.endInput();
      script.lineWith(" done ");
      script.lineWith(" stopped");
      assertThat(script.awaitEnd()).isEqualTo(ExitStatus.OK);
      daemon.lineWith(" disconnected ");
      daemon.terminate();
      daemon.lineWith(" stopped");
    }
  }

  @Test
  void W_02_a_taken_port_is_one_sentence_and_status_two() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run =
          CommandRun.of(
              "node", "--required-difficulty=0", "--listen=127.0.0.1:" + taken.getLocalPort());

      assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
      assertThat(run.err()).hasLineCount(1).contains("port is taken").doesNotContain("\tat ");
    }
  }

  @Test
  void W_02_an_address_of_another_machine_is_one_sentence_and_status_two() {
    CommandRun run = CommandRun.of("node", "--required-difficulty=0", "--listen=192.0.2.1:9732");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).contains("192.0.2.1");
  }
}
