/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.process.Child;
import org.reactorp2p.bench.process.Descriptors;
import org.reactorp2p.bench.report.Figure;
import org.reactorp2p.bench.report.Report;
import org.reactorp2p.node.cli.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench idle}. */
@Command(
    name = "idle",
    header = "What an authenticated connection costs while nothing happens on it.",
    description = {
      "One network takes many connections from peers in another process. Live heap per connection"
          + " is measured at both ends, after garbage was collected; then all are closed, and heap,"
          + " descriptors, threads, timers and meters have to be where they were."
    })
public final class IdleCommand implements Callable<Integer> {

  private static final int MOST = 20_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many, 1 to 20,000. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures to this file.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    if (connections < 1 || connections > MOST) {
      throw new BadInputException("--connections is within 1 to 20,000, not " + connections);
    }
    Descriptors.require(connections);
    Report report = new Report("idle", spec.commandLine().getOut());
    try (var hub = new Hub(connections);
        Child crowd = Child.start(Crowd.class, List.of())) {
      report.note("A connection may cost at most: " + hub.formula());
      for (Course course : new IdleTrial(hub, crowd, connections).run(report)) {
        show(course, report);
        IdleGoals.of(course).forEach(report::goal);
      }
      report.note("meters left when unbound: " + hub.unbind());
    }
    return report.conclude(json);
  }

  private static void show(Course course, Report report) {
    String end = course.end();
    report.note("");
    report.note(
        String.format(
            "%-16s%14s%14s%13s%9s%8s%8s",
            end + " end", "heap", "direct", "descriptors", "threads", "timers", "meters"));
    report.note(line("before", course.before()));
    report.note(line("connected", course.with()));
    report.note(line("after", course.after()));
    report.figure(new Figure("idle-heap-at-" + end + "-end", course.heapPerConnection(), "B each"));
    report.figure(
        new Figure("idle-direct-at-" + end + "-end", course.directPerConnection(), "B each"));
    report.note("made of, per connection:");
    for (Breakdown.Line line : course.growth()) {
      double each = course.connections();
      report.note(
          String.format(
              Locale.ROOT,
              "  %8.1f B in %6.2f  %s",
              line.bytes() / each,
              line.objects() / each,
              line.name()));
    }
  }

  private static String line(String when, Vitals vitals) {
    return String.format(
        Locale.ROOT,
        "%-16s%,14d%,14d%,13d%,9d%,8d%,8d",
        when,
        vitals.heap(),
        vitals.direct(),
        vitals.descriptors(),
        vitals.threads(),
        vitals.timers(),
        vitals.meters());
  }
}
