/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.pool.P2pNetwork;

/** What a node understands. */
public final class NodeVocabulary {

  private NodeVocabulary() {}

  /** The commands for this network. */
  public static Vocabulary of(P2pNetwork<RawMessage, ?, ?> network) {
    List<ConsoleCommand> commands = new ArrayList<>(GossipCommand.all(network.gossip()));
    commands.addAll(
        List.of(
            new ConnectCommand(network),
            new DisconnectCommand(network),
            new ConnectionsCommand(network),
            new PointsCommand(network.known()),
            new PeersCommand(network.known()),
            new ScoreCommand(network.known()),
            new SendCommand(network),
            new BanCommand(network.access()),
            new UnbanCommand(network.access()),
            new TrustCommand(network.access()),
            new UntrustCommand(network.access()),
            new GreylistCommand(network.access()),
            new ClearCommand(network.access()),
            new ListsCommand(network.access()),
            new QuitCommand(network)));
    return Vocabulary.of(commands);
  }
}
