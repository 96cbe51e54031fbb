/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.AccessControl;
import reactor.core.publisher.Flux;

/** {@code clear}: empties the greylist, and lifts no ban. */
final class ClearCommand implements ConsoleCommand {

  private final AccessControl access;

  ClearCommand(AccessControl access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "clear";
  }

  @Override
  public String usage() {
    return "clear";
  }

  @Override
  public String purpose() {
    return "empties the greylist, and lifts no ban";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments.of(arguments).end();
    return access.clear().thenMany(Flux.empty());
  }
}
