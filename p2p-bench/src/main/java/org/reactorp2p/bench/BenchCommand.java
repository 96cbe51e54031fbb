/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench;

import org.reactorp2p.bench.box.BoxCommand;
import org.reactorp2p.bench.connect.ConnectCommand;
import org.reactorp2p.bench.conversation.LatencyCommand;
import org.reactorp2p.bench.conversation.ScaleCommand;
import org.reactorp2p.bench.fairness.FairnessCommand;
import org.reactorp2p.bench.idle.IdleCommand;
import org.reactorp2p.bench.pow.PowCommand;
import org.reactorp2p.bench.scheduler.SchedulerCommand;
import org.reactorp2p.bench.suite.ReportCommand;
import org.reactorp2p.bench.throughput.ThroughputCommand;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench}: shows its help; the work is in the commands below it. */
@Command(
    name = "bench",
    header = "Measures how fast this is, beside what one would use instead.",
    description =
        "Every benchmark prints what it measured and ends with a line per goal: its name, the figure,"
            + " the limit, and whether it is met or missed. The exit status is 0 only when all are"
            + " met.",
    subcommands = {
      BoxCommand.class,
      ConnectCommand.class,
      FairnessCommand.class,
      IdleCommand.class,
      LatencyCommand.class,
      PowCommand.class,
      ReportCommand.class,
      ScaleCommand.class,
      SchedulerCommand.class,
      ThroughputCommand.class
    })
public final class BenchCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitStatus.OK;
  }
}
