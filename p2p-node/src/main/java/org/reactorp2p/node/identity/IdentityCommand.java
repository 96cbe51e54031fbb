/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.identity;

import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./p2p identity}: shows its help; the work is in the commands below it. */
@Command(
    name = "identity",
    header = "Makes, shows and checks a node's identity.",
    description =
        "An identity is a key pair and a stamp that took work to find. Peers know a node by its peer"
            + " id, which follows from the public key. The file has the format of Octez, so either"
            + " side's can be used by the other.",
    subcommands = {GenerateCommand.class, ShowCommand.class, CheckCommand.class})
public final class IdentityCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitStatus.OK;
  }
}
