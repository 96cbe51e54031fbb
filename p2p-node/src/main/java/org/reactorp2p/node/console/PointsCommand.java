/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.node.journal.MemoryEntries;
import org.reactorp2p.pool.Acquaintances;
import reactor.core.publisher.Flux;

/** {@code points}: shows the points that the node knows. */
final class PointsCommand implements ConsoleCommand {

  private final Acquaintances known;

  PointsCommand(Acquaintances known) {
    this.known = known;
  }

  @Override
  public String name() {
    return "points";
  }

  @Override
  public String usage() {
    return "points [STATE..]";
  }

  @Override
  public String purpose() {
    return "shows the points that are known, or those in these states";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    return known.points(States.of(Arguments.of(arguments))).map(MemoryEntries::point);
  }
}
