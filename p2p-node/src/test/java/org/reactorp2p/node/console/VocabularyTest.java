/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.node.journal.Entry;
import reactor.core.publisher.Flux;

class VocabularyTest {

  /** Says what it was told; refuses {@code bad}, and cannot do {@code hard}. */
  private static final class Echo implements ConsoleCommand {

    @Override
    public String name() {
      return "echo";
    }

    @Override
    public String usage() {
      return "echo WORD..";
    }

    @Override
    public String purpose() {
      return "says it again";
    }

    @Override
    public Flux<Entry> run(List<String> arguments) {
      if (arguments.contains("bad")) {
        throw new ConsoleException("a better word is missing");
      }
      return arguments.contains("hard")
          ? Flux.error(new IllegalArgumentException("this is too hard"))
          : Flux.just(Entry.of("echo").with("words", arguments));
    }
  }

  private final Vocabulary vocabulary = Vocabulary.of(List.of(new Echo()));

  @Test
  void a_command_shows_its_entries_and_that_it_is_done() {
    assertThat(run("  echo  one\ttwo "))
        .containsExactly(
            Entry.of("echo").with("words", List.of("one", "two")),
            Entry.of("done").with("command", "echo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "# a remark"})
  void empty_lines_and_remarks_mean_nothing(String line) {
    assertThat(run(line)).isEmpty();
  }

  @Test
  void what_cannot_be_done_is_one_entry_and_a_misuse_shows_the_usage() {
    assertThat(run("echo bad"))
        .containsExactly(
            Entry.of("failed")
                .with("command", "echo")
                .with("why", "a better word is missing: echo WORD.."));
    assertThat(run("echo hard"))
        .containsExactly(
            Entry.of("failed").with("command", "echo").with("why", "this is too hard"));
    assertThat(run("sing")).hasSize(1).allMatch(entry -> entry.event().equals("failed"));
  }

  @Test
  void help_shows_every_command_and_itself() {
    assertThat(run("help"))
        .extracting(entry -> entry.fields().get("usage"))
        .containsExactly("echo WORD..", "help", null);
    assertThat(run("help me")).extracting(Entry::event).containsExactly("failed");
  }

  private List<Entry> run(String line) {
    return vocabulary.run(line).collectList().blockOptional().orElseThrow();
  }
}
