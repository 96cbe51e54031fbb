/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.node.cli.CommandRun;
import org.reactorp2p.node.cli.ExitStatus;

/** Nodes that keep what they know, in processes of their own, over loopback TCP. */
@Timeout(120)
class StoreIT {

  private static final String BANNED = "ban 192.0.2.0/24 too loud";

  @TempDir Path directory;

  private NodeProcess keeper(String... more) {
    String[] args = new String[4 + more.length];
    args[0] = "node";
    args[1] = "--listen=127.0.0.1:0";
    args[2] = "--required-difficulty=0";
    args[3] = "--data-dir=" + directory.resolve("data");
    System.arraycopy(more, 0, args, 4, more.length);
    return NodeProcess.start(directory, args);
  }

  private static String field(String line, String name) {
    int from = line.indexOf(" " + name + "=") + name.length() + 2;
    int to = line.indexOf(' ', from);
    return to < 0 ? line.substring(from) : line.substring(from, to);
  }

  @Test
  void identity_peers_points_bans_and_trust_survive_a_restart() throws Exception {
    String id;
    String guestId;
    String guestAt;
    try (NodeProcess host = keeper();
        NodeProcess guest =
            NodeProcess.start(
                directory, "node", "--listen=127.0.0.1:0", "--required-difficulty=0")) {
      id = field(host.lineWith(" started "), "peer");
      String at = field(host.lineWith(" listening "), "at");
      guestId = field(guest.lineWith(" started "), "peer");
      guestAt = field(guest.lineWith(" listening "), "at");
      guest.type("connect " + at);
      host.lineWith(" connected ");
      host.type("points running");
      assertThat(host.lineWith(" point "))
          .contains("point=" + guestAt + " state=running source=announced open=public");
      host.type("peers");
      assertThat(host.lineWith(" peer ")).contains("peer=" + guestId + " state=running");
      host.type(BANNED, "trust " + guestId, "quit");
      host.lineWith(" stopped");
      assertThat(host.awaitEnd()).isEqualTo(ExitStatus.OK);
      assertThat(host.errors()).isEmpty();
      guest.terminate();
      guest.awaitEnd();
    }
    try (NodeProcess again = keeper()) {
      assertThat(field(again.lineWith(" started "), "peer")).isEqualTo(id);
      again.lineWith(" listening ");
      again.type("peers", "points disconnected", "lists");
      assertThat(again.lineWith(" peer "))
          .contains("peer=" + guestId + " state=disconnected trusted=true");
      assertThat(again.lineWith(" point ")).contains("point=" + guestAt);
      assertThat(again.lineWith(" listed-banned ")).contains("192.0.2.0/24");
      assertThat(again.lineWith(" listed-trusted ")).contains(guestId);
      again.type("quit");
      assertThat(again.awaitEnd()).isEqualTo(ExitStatus.OK);
    }
    Path octez = directory.resolve("peers.json");
    String data = "--data-dir=" + directory.resolve("data");
    assertThat(CommandRun.of("peers", "export", data, octez.toString()).out()).contains("1 peers");
    assertThat(Files.readString(octez)).contains(guestId, "\"trusted\" : true");
    CommandRun imported = CommandRun.of("peers", "import", data, octez.toString());
    assertThat(imported.out()).isEqualToIgnoringNewLines("1 peers read, 0 new");
  }

  @Test
  void T_06_a_second_node_on_the_same_directory_is_refused_with_one_sentence() throws Exception {
    try (NodeProcess first = keeper()) {
      first.lineWith(" listening ");
      CommandRun second =
          CommandRun.of(
              "node",
              "--listen=127.0.0.1:0",
              "--required-difficulty=0",
              "--data-dir=" + directory.resolve("data"));
      assertThat(second.status()).isEqualTo(ExitStatus.BAD_INPUT);
      assertThat(second.err()).hasLineCount(1).contains("in use by another node");
      first.terminate();
      assertThat(first.awaitEnd()).isEqualTo(ExitStatus.OK);
    }
  }

  @Test
  void a_node_that_is_killed_finds_what_it_saved_at_its_intervals() throws Exception {
    Path book = directory.resolve("data").resolve("peers.book");
    try (NodeProcess first = keeper("--save-interval=1s")) {
      first.lineWith(" listening ");
      first.type(BANNED);
      first.lineWith(" banned ");
      // One after the other, so that one of them began after the ban.
      for (int saved = 0; saved < 2; saved++) {
        awaitChange(book);
      }
    } // kill -9
    try (NodeProcess again = keeper()) {
      again.lineWith(" listening ");
      again.type("lists", "quit");
      assertThat(again.lineWith(" listed-banned ")).contains("192.0.2.0/24");
      assertThat(again.awaitEnd()).isEqualTo(ExitStatus.OK);
    }
  }

  private static void awaitChange(Path book) throws Exception {
    var before = Files.exists(book) ? Files.getLastModifiedTime(book) : null;
    while (!Files.exists(book) || Files.getLastModifiedTime(book).equals(before)) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void a_book_beyond_repair_keeps_the_node_from_starting() throws Exception {
    Path data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(data.resolve("peers.book"), "scribble");
    CommandRun run =
        CommandRun.of(
            "node", "--listen=127.0.0.1:0", "--required-difficulty=0", "--data-dir=" + data);
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).contains("is damaged", "bans and trust included");
  }
}
