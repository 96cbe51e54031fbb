/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.Gossip;
import reactor.core.publisher.Flux;

/**
 * What a person may have done to hear of others: a word, and what it does. What comes of it is told
 * as events.
 */
record GossipCommand(String name, String purpose, Flux<Entry> work) implements ConsoleCommand {

  /** Those there are. */
  static List<GossipCommand> all(Gossip gossip) {
    return List.of(
        new GossipCommand(
            "ask",
            "asks all peers for points of others",
            gossip.askForPoints().map(count -> Entry.of("asked").with("peers", count)).flux()),
        new GossipCommand(
            "swap",
            "proposes to one peer to swap another for one of its own",
            gossip.proposeSwap().thenMany(Flux.empty())),
        new GossipCommand(
            "call",
            "has the beacon call out now, if --discovery lit it",
            gossip.wakeDiscovery().thenMany(Flux.empty())));
  }

  @Override
  public String usage() {
    return name;
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments.of(arguments).end();
    return work;
  }
}
