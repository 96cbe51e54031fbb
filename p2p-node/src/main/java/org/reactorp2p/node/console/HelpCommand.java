/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import java.util.Map;
import org.reactorp2p.node.journal.Entry;
import reactor.core.publisher.Flux;

/** {@code help}: shows every command. */
final class HelpCommand implements ConsoleCommand {

  private final Map<String, ConsoleCommand> commands;

  HelpCommand(Map<String, ConsoleCommand> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String usage() {
    return "help";
  }

  @Override
  public String purpose() {
    return "shows this";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments.of(arguments).end();
    return Flux.fromIterable(commands.values())
        .map(
            command ->
                Entry.of("help").with("usage", command.usage()).with("purpose", command.purpose()));
  }
}
