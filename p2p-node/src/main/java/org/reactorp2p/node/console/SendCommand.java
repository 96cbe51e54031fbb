/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.node.config.TaggedHexConverter;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.P2pNetwork;
import reactor.core.publisher.Flux;

/** {@code send}: sends a message. */
final class SendCommand implements ConsoleCommand {

  /** How long to wait for room in a peer's queue. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final TaggedHexConverter MESSAGE = new TaggedHexConverter();

  private final P2pNetwork<RawMessage, ?, ?> network;

  SendCommand(P2pNetwork<RawMessage, ?, ?> network) {
    this.network = network;
  }

  @Override
  public String name() {
    return "send";
  }

  @Override
  public String usage() {
    return "send ID|ADDRESS:PORT|all TAG:HEX";
  }

  @Override
  public String purpose() {
    return "sends a message";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments words = Arguments.of(arguments);
    String whom = words.next("a peer id, a point or 'all'");
    RawMessage message = MESSAGE.convert(words.next("a message, such as 0x10:c0ffee,"));
    words.end();
    List<PeerConnection<RawMessage>> to =
        whom.equals("all") ? network.connections() : List.of(Connections.named(network, whom));
    return Flux.fromIterable(to)
        .concatMap(connection -> connection.send(message).timeout(PATIENCE))
        .onErrorMap(
            TimeoutException.class,
            slow -> new IllegalArgumentException("a peer does not read, and its queue is full"))
        .thenMany(
            Flux.just(Entry.of("queued").with("peers", to.size()).with("length", length(message))));
  }

  private static int length(RawMessage message) {
    return message.body().length;
  }
}
