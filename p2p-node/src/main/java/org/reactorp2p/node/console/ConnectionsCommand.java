/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.P2pNetwork;
import reactor.core.publisher.Flux;

/** {@code connections}: shows who is connected. */
final class ConnectionsCommand implements ConsoleCommand {

  private final P2pNetwork<RawMessage, ?, ?> network;

  ConnectionsCommand(P2pNetwork<RawMessage, ?, ?> network) {
    this.network = network;
  }

  @Override
  public String name() {
    return "connections";
  }

  @Override
  public String usage() {
    return "connections";
  }

  @Override
  public String purpose() {
    return "shows who is connected";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments.of(arguments).end();
    return Flux.fromIterable(network.connections()).map(Connections::entry);
  }
}
