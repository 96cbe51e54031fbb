/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.churn;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.WorkFailedException;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.test.measure.Sample;
import org.reactorp2p.test.plot.ConnectionPlot;

/**
 * What came of it.
 *
 * @param standings at the end
 * @param samples how all stood, twice a second
 */
public record ChurnReport(ChurnPlan plan, List<Standing> standings, List<Sample> samples) {

  public ChurnReport {
    standings = List.copyOf(standings);
    samples = List.copyOf(samples);
  }

  /**
   * Prints it.
   *
   * @throws WorkFailedException if a node was out of the band for too long
   */
  public void print(PrintWriter out) {
    Bounds bounds = plan.bounds();
    new ChurnTable(bounds).lines(standings).forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%d nodes, %d times somebody came and left again, band %d to %d, thresholds %d to %d%n",
        standings.size(),
        standings.stream().mapToInt(Standing::lives).sum() - standings.size(),
        bounds.min(),
        bounds.max(),
        bounds.minThreshold(),
        bounds.maxThreshold());
    List<Standing> astray = standings.stream().filter(one -> !one.isSteady()).toList();
    if (!astray.isEmpty()) {
      throw new WorkFailedException(
          "node %d was out of the band for %d s, and %d others for too long"
              .formatted(
                  astray.get(0).number(),
                  astray.get(0).longestAstray().toSeconds(),
                  astray.size() - 1));
    }
    out.printf(
        Locale.ROOT,
        "all stayed in the band: nobody was out of it for more than %d s%n",
        ChurnPlan.GRACE.toSeconds());
  }

  /**
   * Draws it.
   *
   * @throws BadInputException if the file cannot be written
   */
  public void draw(Path file) {
    String title = plan.nodes() + " nodes on sockets, some of which leave and come";
    var plot = new ConnectionPlot(title, plan.bounds().min(), plan.bounds().max());
    try {
      Files.writeString(file, plot.svg(samples));
    } catch (IOException refused) {
      throw new BadInputException(file + " cannot be written; check the path", refused);
    }
  }
}
