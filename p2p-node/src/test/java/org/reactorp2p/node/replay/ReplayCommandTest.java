/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.node.cli.CommandRun;
import org.reactorp2p.node.cli.ExitStatus;

class ReplayCommandTest {

  @TempDir private Path folder;

  private static CommandRun replay(Object... arguments) {
    List<String> line = new ArrayList<>(List.of("replay"));
    for (Object argument : arguments) {
      line.add(argument.toString());
    }
    return CommandRun.of(line.toArray(String[]::new));
  }

  @Test
  void every_recorded_session_passes_in_both_roles() throws Exception {
    List<Path> sessions = Recordings.sessions();

    CommandRun run = replay(sessions.toArray());

    assertThat(run.out()).doesNotContain("FAILED").endsWith("11 passed, 0 failed\n");
    assertThat(run.out().lines()).hasSize(12);
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void every_group_of_vectors_passes() throws Exception {
    CommandRun run = replay("--vectors", Recordings.vectors());

    assertThat(run.out()).doesNotContain("FAILED").endsWith("20 passed, 0 failed\n");
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void other_seeds_cut_elsewhere_and_pass_too() throws Exception {
    for (int seed = 2; seed < 12; seed++) {
      CommandRun run = replay("--seed", seed, Recordings.session("small_chunks"));

      assertThat(run.status()).as("seed %d: %s", seed, run.out()).isZero();
    }
  }

  @Test
  void a_changed_byte_is_told_with_direction_and_offset_and_the_rest_still_runs() throws Exception {
    String sound = Files.readString(Recordings.session("swap"));
    int raw = sound.indexOf("\"raw\": \"") + "\"raw\": \"".length() + 2 * 150;
    char other = sound.charAt(raw) == '0' ? '1' : '0';
    Path damaged = folder.resolve("damaged.json");
    Files.writeString(damaged, sound.substring(0, raw) + other + sound.substring(raw + 1));

    CommandRun run = replay(damaged, Recordings.session("myself"));

    assertThat(run.out())
        .contains("FAILED")
        .contains("initiator_to_responder, offset 146: the frame there does not open")
        .endsWith("1 passed, 1 failed\n");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void a_changed_vector_is_told_with_its_place() throws Exception {
    String sound = Files.readString(Recordings.vectors());
    Path damaged = folder.resolve("vectors.json");
    Files.writeString(damaged, sound.replaceFirst("\"motive\": 3", "\"motive\": 2"));

    CommandRun run = replay("--vectors", damaged);

    assertThat(run.out()).contains("ack[9].value.motive: recorded 2, ours 3");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void a_group_that_nobody_knows_is_reported() throws Exception {
    String sound = Files.readString(Recordings.vectors());
    Path strange = folder.resolve("vectors.json");
    Files.writeString(strange, sound.replace("\"nonce_increment\"", "\"nonce_decrement\""));

    CommandRun run = replay("--vectors", strange);

    assertThat(run.out())
        .contains("nonce_decrement: is a group that nobody knows")
        .endsWith("19 passed, 1 failed\n");
  }

  @Test
  void files_that_are_none_of_ours_get_a_sentence_each_and_status_2() throws Exception {
    Path prose = folder.resolve("prose.json");
    Files.writeString(prose, "not a recording");
    Path garbage = folder.resolve("garbage.json");
    Files.write(garbage, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    Path list = folder.resolve("list.json");
    Files.writeString(list, "[]");
    Path empty = folder.resolve("empty.json");
    Files.write(empty, new byte[0]);

    CommandRun run =
        replay(
            prose,
            garbage,
            list,
            empty,
            folder,
            folder.resolve("absent.json"),
            Recordings.vectors());

    assertThat(run.out().lines()).hasSize(8).allMatch(line -> !line.contains("Exception"));
    assertThat(run.out()).endsWith("0 passed, 7 failed\n");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
  }

  @Test
  void a_session_is_no_file_of_vectors() throws Exception {
    CommandRun run = replay("--vectors", Recordings.session("swap"));

    assertThat(run.out()).contains("has no group of vectors");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
  }

  @Test
  void nothing_to_replay_is_bad_usage() {
    CommandRun run = replay();

    assertThat(run.err()).contains("Nothing to replay");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
  }

  @Test
  void a_truncated_recording_is_no_json_and_says_where() throws Exception {
    byte[] sound = Files.readAllBytes(Recordings.session("swap"));
    Path cut = folder.resolve("cut.json");
    Files.write(
        cut,
        new String(sound, StandardCharsets.UTF_8)
            .substring(0, 5000)
            .getBytes(StandardCharsets.UTF_8));

    CommandRun run = replay(cut);

    assertThat(run.out()).contains("is no JSON: at line ");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
  }
}
