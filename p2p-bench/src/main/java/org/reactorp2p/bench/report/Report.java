/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;

/** Collects what a benchmark measures, prints it line by line, and says how it ended. */
public final class Report {
  private final String benchmark;
  private final PrintWriter out;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Goal> goals = new ArrayList<>();

  public Report(String benchmark, PrintWriter out) {
    this.benchmark = benchmark;
    this.out = out;
  }

  /** A remark for the reader. */
  public void note(String sentence) {
    out.println(sentence);
    out.flush();
  }

  /** Takes and prints a figure. */
  public void figure(Figure figure) {
    keep(figure);
    note(
        String.format(
            Locale.ROOT, "%-40s %12.3f %s", figure.name(), figure.value(), figure.unit()));
  }

  /** Takes a figure that is shown to people in another way, such as in a table. */
  public void keep(Figure figure) {
    figures.add(figure);
  }

  /** Takes a goal, to be printed at the end. */
  public void goal(Goal goal) {
    goals.add(goal);
  }

  /**
   * Prints the goals, writes everything to the file if there is one, and answers the exit status.
   *
   * @throws BadInputException if the file cannot be written
   */
  public int conclude(@Nullable Path json) {
    goals.forEach(goal -> note(goal.line()));
    if (json != null) {
      write(json);
    }
    return goals.stream().allMatch(Goal::met) ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private void write(Path json) {
    try {
      new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), content());
    } catch (IOException e) {
      throw new BadInputException(
          "cannot write the figures to " + json + ": is the directory there?", e);
    }
  }

  private Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("benchmark", benchmark);
    content.put("java", Runtime.version().toString());
    content.put("machine", Machine.line());
    content.put("figures", figures.stream().map(Report::fields).toList());
    content.put("goals", goals.stream().map(Report::fields).toList());
    return content;
  }

  private static Map<String, Object> fields(Figure figure) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", figure.name());
    fields.put("value", figure.value());
    fields.put("unit", figure.unit());
    return fields;
  }

  private static Map<String, Object> fields(Goal goal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", goal.name());
    fields.put("measured", goal.measured());
    fields.put("limit", goal.limit());
    fields.put("met", goal.met());
    return fields;
  }
}
