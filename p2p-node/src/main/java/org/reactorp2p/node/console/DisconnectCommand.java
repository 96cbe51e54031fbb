/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.P2pNetwork;
import reactor.core.publisher.Flux;

/** {@code disconnect}: ends a connection. */
final class DisconnectCommand implements ConsoleCommand {

  private final P2pNetwork<RawMessage, ?, ?> network;

  DisconnectCommand(P2pNetwork<RawMessage, ?, ?> network) {
    this.network = network;
  }

  @Override
  public String name() {
    return "disconnect";
  }

  @Override
  public String usage() {
    return "disconnect ID|ADDRESS:PORT [REASON..]";
  }

  @Override
  public String purpose() {
    return "ends a connection";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments words = Arguments.of(arguments);
    PeerConnection<RawMessage> connection =
        Connections.named(network, words.next("a peer id or a point"));
    String why = words.rest();
    return connection
        .disconnect(new DisconnectReason.Requested(why.isEmpty() ? "by hand" : why))
        .thenMany(Flux.empty());
  }
}
