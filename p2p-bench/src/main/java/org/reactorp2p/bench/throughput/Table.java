/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.reactorp2p.bench.report.Figure;
import org.reactorp2p.bench.report.Report;

/** The cells, as people read them and as files keep them. */
record Table(List<Cell> cells) {

  void into(Report report) {
    report.note(
        "payload   stack                  MB/s    messages/s   CPU/message   ratio   spread");
    for (Cell cell : cells) {
      report.note(line(cell));
      report.keep(new Figure(cell.name() + "-rate", cell.megabytesPerSecond(), "MB/s"));
      report.keep(new Figure(cell.name() + "-messages", cell.messagesPerSecond(), "messages/s"));
      report.keep(new Figure(cell.name() + "-cpu", cell.cpuNanosPerMessage(), "ns/message"));
      report.keep(new Figure(cell.name() + "-spread", cell.spread(), "of the median"));
      Aims.toNetty(cell, cells)
          .ifPresent(
              ratio ->
                  report.keep(
                      new Figure(cell.name() + "-to-netty", ratio, "of plain Reactor Netty")));
    }
  }

  private String line(Cell cell) {
    return String.format(
        Locale.ROOT,
        "%-9s %-18s %8.1f %,13d %10.0f ns %7s   ±%.0f %%",
        cell.payload().label(),
        cell.stack().label(),
        cell.megabytesPerSecond(),
        Math.round(cell.messagesPerSecond()),
        cell.cpuNanosPerMessage(),
        ratio(cell),
        100 * cell.spread());
  }

  private String ratio(Cell cell) {
    OptionalDouble ratio = Aims.toNetty(cell, cells);
    return ratio.isPresent() ? String.format(Locale.ROOT, "%.3f", ratio.getAsDouble()) : "";
  }
}
