/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.node.journal.MemoryEntries;
import org.reactorp2p.pool.Acquaintances;
import reactor.core.publisher.Flux;

/** {@code peers}: shows the peers that the node knows. */
final class PeersCommand implements ConsoleCommand {

  private final Acquaintances known;

  PeersCommand(Acquaintances known) {
    this.known = known;
  }

  @Override
  public String name() {
    return "peers";
  }

  @Override
  public String usage() {
    return "peers [STATE..]";
  }

  @Override
  public String purpose() {
    return "shows the peers that are known, or those in these states";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    return known.peers(States.of(Arguments.of(arguments))).map(MemoryEntries::peer);
  }
}
