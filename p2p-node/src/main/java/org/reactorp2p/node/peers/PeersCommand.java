/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.peers;

import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./p2p peers}: shows its help; the work is in the commands below it. */
@Command(
    name = "peers",
    header = "Exchanges known peers with an Octez node.",
    description =
        "A node with a data directory keeps whom it knows in a peer book there. These commands read"
            + " and write Octez's peers.json beside it, while no node uses the directory.",
    subcommands = {ImportCommand.class, ExportCommand.class})
public final class PeersCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitStatus.OK;
  }
}
