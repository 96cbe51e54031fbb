/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.node.config.PeerOption;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.pool.connect.ConnectOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code connect}: dials once, and waits for the outcome. */
final class ConnectCommand implements ConsoleCommand {

  private final P2pNetwork<RawMessage, ?, ?> network;

  ConnectCommand(P2pNetwork<RawMessage, ?, ?> network) {
    this.network = network;
  }

  @Override
  public String name() {
    return "connect";
  }

  @Override
  public String usage() {
    return "connect HOST:PORT[#ID] [for TIME]";
  }

  @Override
  public String purpose() {
    return "dials once, and waits for the outcome";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments words = Arguments.of(arguments);
    PeerOption to = PeerOption.parse(words.next("an address with a port"));
    ConnectOptions options =
        words.time().map(ConnectOptions.DEFAULT::withTimeout).orElse(ConnectOptions.DEFAULT);
    words.end();
    return Mono.fromCallable(to::resolve)
        .flatMap(address -> network.connect(address, options))
        .thenMany(Flux.empty());
  }
}
