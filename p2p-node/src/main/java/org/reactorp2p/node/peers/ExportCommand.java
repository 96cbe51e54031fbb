/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.pool.store.OctezPeer;
import org.reactorp2p.pool.store.OctezPeersFile;
import org.reactorp2p.pool.store.PeerExchange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./p2p peers export}: writes the peers of the book for Octez. */
@Command(
    name = "export",
    header = "Writes the peers of a peer book for an Octez node.",
    description =
        "Replaces the file if there is one. Octez's file has peers only: points, bans and the"
            + " greylist stay in the book.")
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private BookOption option = new BookOption();

  @Parameters(paramLabel = "FILE", description = "Where to write Octez's peers.json.")
  private Path file;

  @Override
  public Integer call() {
    option.with(
        book -> {
          var content = BookOption.read(book, spec.commandLine().getErr()).content();
          List<OctezPeer> peers = PeerExchange.toOctez(content);
          OctezPeersFile.at(file).write(peers);
          spec.commandLine().getOut().printf("%d peers written%n", peers.size());
        });
    return ExitStatus.OK;
  }
}
