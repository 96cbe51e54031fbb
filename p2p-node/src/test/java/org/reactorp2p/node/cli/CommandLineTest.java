/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void without_a_command_the_help_is_shown() {
    assertThat(run()).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).contains("Usage: p2p").contains("--box").contains("Exit status");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void help_and_version_are_no_failures() {
    assertThat(run("--help")).isEqualTo(ExitStatus.OK);
    assertThat(run("--version")).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).contains("reactor-p2p").contains("Java ");
  }

  @Test
  void an_unknown_command_is_one_sentence_and_status_two() {
    assertThat(run("swrm")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).hasLineCount(1).startsWith("p2p: ").contains("swrm");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void an_unknown_box_is_one_sentence_that_names_the_known_ones() {
    assertThat(run("--box", "cardboard")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).hasLineCount(1).contains("cardboard").containsIgnoringCase("plain");
  }

  @Test
  void control_characters_of_the_user_do_not_reach_the_terminal() {
    assertThat(run("--\u001b[31mred\nsecond")).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(err.toString()).hasLineCount(1).doesNotContain("\u001b");
  }
}
