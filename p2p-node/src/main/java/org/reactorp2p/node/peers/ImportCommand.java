/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.peers;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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

/** {@code ./p2p peers import}: adds Octez's peers to the book. */
@Command(
    name = "import",
    header = "Adds the peers of an Octez node to a peer book.",
    description =
        "The peers become known, those that Octez trusts become trusted, and where each was last"
            + " seen becomes a point to try. Nothing that the book has is changed or removed.")
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private BookOption option = new BookOption();

  @Parameters(paramLabel = "FILE", description = "Octez's peers.json.")
  private Path file;

  @Override
  public Integer call() {
    option.with(
        book -> {
          List<OctezPeer> peers = OctezPeersFile.at(file).read();
          var before = BookOption.read(book, spec.commandLine().getErr()).content();
          Instant now = InstantSource.system().instant();
          var after = PeerExchange.add(before, peers, now);
          book.write(after, now);
          int news = after.memory().peers().size() - before.memory().peers().size();
          spec.commandLine().getOut().printf("%d peers read, %d new%n", peers.size(), news);
        });
    return ExitStatus.OK;
  }
}
