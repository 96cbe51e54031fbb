/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {

  @Test
  void without_a_command_the_help_is_shown() {
    CommandRun run = CommandRun.of();

    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.out()).contains("Usage: p2p", "--box", "Exit status", "identity");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void help_and_version_are_no_failures() {
    assertThat(CommandRun.of("--help").status()).isEqualTo(ExitStatus.OK);
    assertThat(CommandRun.of("--version").out()).contains("reactor-p2p").contains("Java ");
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("original")
  @DisplayName("tezt/manual_tests/p2p_node_test.ml: manual page")
  void every_command_explains_itself_and_how_it_ends(String command) {
    CommandRun run = CommandRun.of((command + " --help").split(" "));

    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage: p2p " + command, "Exit status:");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(100));
  }

  static Stream<String> commands() {
    return ServiceLoader.load(Subcommand.class).stream()
        .map(provider -> new CommandLine(provider.get()))
        .flatMap(CommandLineTest::withThoseBelow);
  }

  private static Stream<String> withThoseBelow(CommandLine command) {
    String name = command.getCommandName();
    return Stream.concat(
        Stream.of(name),
        command.getSubcommands().keySet().stream().map(child -> name + " " + child));
  }

  @Test
  void an_unknown_command_is_one_sentence_and_status_two() {
    CommandRun run = CommandRun.of("swrm");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).startsWith("p2p: ").contains("swrm").contains("--help");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void an_unknown_box_is_one_sentence_that_names_the_known_ones() {
    CommandRun run = CommandRun.of("--box", "cardboard");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).contains("cardboard").containsIgnoringCase("plain");
  }

  @Test
  void control_characters_of_the_user_do_not_reach_the_terminal() {
    CommandRun run = CommandRun.of("--\u001b[31mred\nsecond");

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(run.err()).hasLineCount(1).doesNotContain("\u001b");
  }

  @Test
  void a_stack_trace_is_shown_only_where_it_was_asked_for() {
    String[] failing = {"identity", "show", "/nowhere/identity.json"};

    assertThat(CommandRun.of(failing).err()).hasLineCount(1).doesNotContain("\tat ");
    assertThat(CommandRun.of("--debug", failing[0], failing[1], failing[2]).err())
        .contains("\tat ");
  }
}
