/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.process.Bounds;
import org.reactorp2p.bench.report.Machine;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.Main;
import org.reactorp2p.node.cli.WorkFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./p2p bench report}: many benchmarks, and a page about them. */
@Command(
    name = "report",
    header = "Runs many benchmarks and writes a page about them.",
    description = {
      "Runs the chosen parts one after the other, as often as asked for, and writes performance.md,",
      "performance.json and the charts to a directory. It takes about ten minutes.",
      "The exit status is 0 only when all goals are met."
    })
public final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "PART",
      description = {
        "What to run: ${COMPLETION-CANDIDATES}.",
        "Default: all with --length full, or else those before box."
      })
  private @Nullable Set<Part> parts;

  @Option(
      names = "--length",
      paramLabel = "LENGTH",
      defaultValue = "short",
      description = {
        "How long to measure: short (ten minutes), full (everything, half an hour), or instant",
        "(nothing worth telling; to see that it works)."
      })
  private Part.Length length = Part.Length.SHORT;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Run the whole set so often and tell the medians, 1 to 100.")
  private int repeat = 1;

  @Option(
      names = "--out",
      paramLabel = "DIRECTORY",
      defaultValue = "target/performance",
      description = "Where to write; made if it is not there. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("target/performance");

  @Override
  public Integer call() {
    Bounds.require("--repeat", repeat, 1, 100);
    Set<Part> chosen = chosen();
    prepare();
    Map<Part, List<Run>> runs = new EnumMap<>(Part.class);
    for (int i = 0; i < repeat; i++) {
      for (Part part : chosen) {
        runs.computeIfAbsent(part, first -> new ArrayList<>()).add(run(part));
      }
    }
    return conclude(runs);
  }

  private Set<Part> chosen() {
    if (parts != null) {
      return EnumSet.copyOf(parts);
    }
    return Part.of(length);
  }

  private void prepare() {
    try {
      Files.createDirectories(out);
    } catch (IOException refused) {
      throw new BadInputException("cannot make the directory " + out, refused);
    }
  }

  /** As people run it, but with its figures in a file that is read and removed. */
  private Run run(Part part) {
    PrintWriter console = spec.commandLine().getOut();
    console.println("== " + part.title());
    StringWriter printed = new StringWriter();
    try {
      Path json = Files.createTempFile("p2p-bench", ".json");
      List<String> words = new ArrayList<>(List.of("bench"));
      words.addAll(part.words(length));
      words.addAll(List.of("--json", json.toString()));
      int status =
          Main.run(
              new PrintWriter(printed, true),
              spec.commandLine().getErr(),
              words.toArray(String[]::new));
      console.println(printed);
      if (Files.size(json) == 0) {
        throw new WorkFailedException("the part " + part.id() + " ended with status " + status);
      }
      Run run = Run.of(printed.toString(), new ObjectMapper().readTree(json.toFile()));
      Files.delete(json);
      return run;
    } catch (IOException failed) {
      throw new WorkFailedException("figures could not be kept", failed);
    }
  }

  private int conclude(Map<Part, List<Run>> runs) {
    List<Section> sections = new ArrayList<>();
    runs.forEach(
        (part, all) -> sections.add(Section.of(part, String.join(" ", part.words(length)), all)));
    String day = LocalDate.now(Clock.systemUTC()).toString();
    Results results = new Results(day, Machine.line(), Versions.all(), repeat, sections);
    try {
      for (Map.Entry<String, String> file : Documents.of(results).entrySet()) {
        Files.writeString(out.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException failed) {
      throw new BadInputException("cannot write to " + out, failed);
    }
    spec.commandLine().getOut().println("written: " + out.resolve(Documents.PAGE));
    boolean allMet =
        sections.stream()
            .flatMap(section -> section.goals().stream())
            .allMatch(Section.Reached::isMet);
    return allMet ? ExitStatus.OK : ExitStatus.FAILED;
  }
}
