/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.P2pNetwork;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code quit}: stops the node. */
final class QuitCommand implements ConsoleCommand {

  private final P2pNetwork<RawMessage, ?, ?> network;

  QuitCommand(P2pNetwork<RawMessage, ?, ?> network) {
    this.network = network;
  }

  @Override
  public String name() {
    return "quit";
  }

  @Override
  public String usage() {
    return "quit";
  }

  @Override
  public String purpose() {
    return "stops the node";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments.of(arguments).end();
    // Not waited for: the journal's last lines come after this command is done.
    return Mono.fromRunnable(network::stop).thenMany(Flux.empty());
  }
}
