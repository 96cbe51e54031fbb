/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reactorp2p.node.journal.Entry;
import reactor.core.publisher.Flux;

/** The commands there are. Pure: knows how to read a line, and not where it comes from. */
public final class Vocabulary {

  private final Map<String, ConsoleCommand> commands = new TreeMap<>();

  private Vocabulary(Collection<? extends ConsoleCommand> commands) {
    commands.forEach(command -> this.commands.put(command.name(), command));
    var help = new HelpCommand(Collections.unmodifiableMap(this.commands));
    this.commands.put(help.name(), help);
  }

  /** These, and {@code help}. */
  public static Vocabulary of(Collection<? extends ConsoleCommand> commands) {
    return new Vocabulary(commands);
  }

  /**
   * Does what the line says: what there is to show, and a last entry, {@code done} or {@code
   * failed}. Nothing for an empty line and for one that begins with {@code #}. Never fails.
   */
  Flux<Entry> run(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return Flux.empty();
    }
    List<String> words = Arrays.asList(text.split("\\s+"));
    ConsoleCommand command = commands.get(words.get(0));
    if (command == null) {
      return Flux.just(
          failed(words.get(0), "there is no such command: help shows those there are"));
    }
    return Flux.defer(() -> command.run(words.subList(1, words.size())))
        .concatWith(Flux.just(Entry.of("done").with("command", command.name())))
        .onErrorResume(failure -> Flux.just(failed(command.name(), sentence(failure, command))));
  }

  private static Entry failed(String command, String why) {
    return Entry.of("failed").with("command", command).with("why", why);
  }

  private static String sentence(Throwable failure, ConsoleCommand command) {
    boolean usage = failure instanceof ConsoleException;
    return failure.getMessage() + (usage ? ": " + command.usage() : "");
  }
}
