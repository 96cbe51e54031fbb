/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.Main;

/** Runs benchmarks as people do, with no time to measure anything worth telling. */
public final class Benchmarks {

  /** What one printed. */
  public record Outcome(int status, String out, String err) {

    public List<String> goals() {
      return out.lines().filter(line -> line.startsWith("goal ")).toList();
    }

    /** It ended as its goals say. */
    public Outcome isSound(int goals) {
      assertThat(err).isEmpty();
      assertThat(goals()).hasSize(goals);
      boolean allMet = goals().stream().allMatch(line -> line.endsWith(" met"));
      assertThat(status).isEqualTo(allMet ? ExitStatus.OK : ExitStatus.FAILED);
      return this;
    }
  }

  private Benchmarks() {}

  /** Runs {@code ./p2p bench} with these words behind it. */
  public static Outcome run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = Stream.concat(Stream.of("bench"), Stream.of(words)).toArray(String[]::new);
    int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    return new Outcome(status, out.toString(), err.toString());
  }
}
