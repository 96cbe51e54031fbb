/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.AccessEntries;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.AccessControl;
import reactor.core.publisher.Flux;

/** {@code lists}: shows the bans, the trusted and the greylist. */
final class ListsCommand implements ConsoleCommand {

  private final AccessControl access;

  ListsCommand(AccessControl access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "lists";
  }

  @Override
  public String usage() {
    return "lists";
  }

  @Override
  public String purpose() {
    return "shows the bans, the trusted and the greylist";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments.of(arguments).end();
    return access
        .snapshot()
        .flatMapMany(
            lists ->
                Flux.concat(
                    Flux.fromIterable(lists.bans()).map(AccessEntries::banned),
                    Flux.fromIterable(lists.trusted()).map(AccessEntries::trusted),
                    Flux.fromIterable(lists.greylist()).map(AccessEntries::greylisted)))
        // Not the name of the event, which tells that something has just changed.
        .map(entry -> new Entry("listed-" + entry.event(), entry.fields()));
  }
}
