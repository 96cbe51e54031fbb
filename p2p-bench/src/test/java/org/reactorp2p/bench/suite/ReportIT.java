/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.bench.Benchmarks;
import org.reactorp2p.node.cli.ExitStatus;

@Timeout(180)
class ReportIT {

  @Test
  void parts_run_and_their_page_is_written(@TempDir Path directory) throws Exception {
    Path out = directory.resolve("report");
    Benchmarks.Outcome outcome =
        Benchmarks.run(
            "report", "--length", "instant", "--parts", "connect", "--out", out.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isIn(ExitStatus.OK, ExitStatus.FAILED);
    Results results = Results.ofJson(Files.readString(out.resolve(Documents.RESULTS)));
    assertThat(results.sections()).hasSize(1);
    assertThat(results.sections().get(0).goals()).hasSize(4);
    assertThat(results.versions()).noneMatch(version -> version.contains("?"));
    Documents.of(results)
        .forEach((file, text) -> assertThat(out.resolve(file)).hasContent(text.stripTrailing()));
  }

  @Test
  void a_directory_that_cannot_be_made_is_told(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    Benchmarks.Outcome outcome =
        Benchmarks.run("report", "--out", file.resolve("below").toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
    assertThat(outcome.err()).contains("cannot make the directory");
  }
}
