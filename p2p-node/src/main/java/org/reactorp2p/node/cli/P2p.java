/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a name, {@code ./p2p}: shows the help, and holds what all commands share. */
@Command(
    name = "p2p",
    mixinStandardHelpOptions = true,
    versionProvider = VersionLine.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpWidth = 96,
    showDefaultValues = true,
    synopsisSubcommandLabel = "COMMAND",
    headerHeading = "%n",
    header = "Peer-to-peer nodes that speak the protocol of the Tezos shell (Octez).",
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    description = "Begin with './p2p swarm'. './p2p COMMAND --help' explains a command.",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything asked for was done",
      "1:the work failed, or its result was bad",
      "2:a wrong flag, an unreadable file, a port already taken: one sentence says which"
    })
public final class P2p implements Callable<Integer> {

  private final InputStream in;

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Log every detail, and show stack traces where something fails.",
      showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
  private boolean debug;

  @Option(
      names = "--box",
      scope = ScopeType.INHERIT,
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "How frames are encrypted: ${COMPLETION-CANDIDATES}.")
  private BoxName box = BoxName.AUTO;

  P2p(InputStream in) {
    this.in = in;
  }

  /** Where commands read what somebody types. */
  public InputStream in() {
    return in;
  }

  /** Which box to seal with. */
  public BoxName box() {
    return box;
  }

  boolean debug() {
    return debug;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitStatus.OK;
  }
}
