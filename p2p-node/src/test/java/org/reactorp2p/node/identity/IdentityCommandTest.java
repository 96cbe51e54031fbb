/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.node.cli.CommandRun;
import org.reactorp2p.node.cli.ExitStatus;

class IdentityCommandTest {

  private static final String PEER_ID = "idrAta9tLVKFCVMECJb62aQXbEBYBo";
  private static final String SECRET =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

  /** Alice of the protocol notes; her stamp passes difficulty 26. */
  private static final String ALICE =
      """
      {"peer_id": "%s",
       "public_key": "8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f",
       "secret_key": "%s",
       "proof_of_work_stamp": "000000000000000000000000000000000000000005aa68d3"}
      """
          .formatted(PEER_ID, SECRET);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("identity.json");
  }

  private void store(String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  @Test
  void show_prints_what_is_public_and_nothing_else() throws Exception {
    store(ALICE);

    CommandRun run = CommandRun.of("identity", "show", file.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.out()).contains(PEER_ID, "8f40c5adb68f25624", "05aa68d3").hasLineCount(3);
    assertThat(run.out() + run.err()).doesNotContain(SECRET);
  }

  @Test
  void check_accepts_enough_work_and_fails_with_status_one_where_there_is_less() throws Exception {
    store(ALICE);

    CommandRun enough = CommandRun.of("identity", "check", file.toString());
    assertThat(enough.status()).isEqualTo(ExitStatus.OK);
    assertThat(enough.out()).contains("ok: " + PEER_ID).contains("26");

    CommandRun less = CommandRun.of("identity", "check", "--difficulty", "28", file.toString());
    assertThat(less.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(less.err()).hasLineCount(1).contains("proof of work");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "256.5", "NaN", "many", ""})
  void a_difficulty_that_is_none_is_refused_with_a_sentence(String difficulty) {
    CommandRun run = CommandRun.of("identity", "check", "--difficulty=" + difficulty);

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).contains("0 to 256");
  }

  @Test
  void a_damaged_file_is_one_sentence_that_does_not_quote_it() throws Exception {
    store(ALICE.replace("stamp\": \"00", "stamp\": \"zz"));

    for (String command : new String[] {"show", "check"}) {
      CommandRun run = CommandRun.of("--debug", "identity", command, file.toString());
      assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
      assertThat(run.err().lines().findFirst())
          .hasValueSatisfying(l -> assertThat(l).contains("48 hex"));
      assertThat(run.err()).doesNotContain(SECRET.substring(0, 16));
    }
  }

  @Test
  void generate_makes_a_file_that_check_accepts_and_never_a_second_time() throws Exception {
    CommandRun made = CommandRun.of("identity", "generate", "--difficulty=8.5", file.toString());
    assertThat(made.status()).as(made.err()).isEqualTo(ExitStatus.OK);
    assertThat(made.out()).contains("peer id     id").hasLineCount(3);
    assertThat(made.err()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(CommandRun.of("identity", "check", "--difficulty=8.5", file.toString()).status())
        .isEqualTo(ExitStatus.OK);

    String first = Files.readString(file);
    CommandRun again = CommandRun.of("identity", "generate", "--difficulty=0", file.toString());
    assertThat(again.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(again.err()).hasLineCount(1).contains("never overwritten");
    assertThat(file).hasContent(first);
  }

  @Test
  void generate_refuses_a_bad_place_before_it_begins_to_search() {
    CommandRun run =
        CommandRun.of("identity", "generate", "--difficulty=200", directory + "/no/where.json");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).contains("create it first");
  }
}
