/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** The example of docs/fair-share.md, word for word. */
class ExampleTest {

  private static final String BEGIN = "    // example";
  private static final String END = "    // end of example";

  private final Flux<byte[]> blocks = Flux.just(new byte[1_000], new byte[2_000]);

  @Test
  void the_example_compiles_and_runs() {
    // example
    BandwidthScheduler upload =
        BandwidthScheduler.create(ByteRate.ofMebibytes(8), Schedulers.parallel(), System::nanoTime);
    Share alice = upload.open(1);
    Share bob = upload.open(2); // twice as much, when both want more than there is

    Flux<byte[]> toAlice = blocks.transform(alice.limiting(block -> block.length));
    Flux<byte[]> toBob = blocks.transform(bob.limiting(block -> block.length));

    upload.rate(ByteRate.UNLIMITED); // at any time, while items flow
    alice.weight(0.5);
    alice.ceiling(ByteRate.ofKibibytes(512));
    bob.floor(ByteRate.ofMebibytes(2));
    FlowStat seen = bob.stat();
    // end of example

    StepVerifier.create(Flux.merge(toAlice, toBob))
        .expectNextCount(4)
        .expectComplete()
        .verify(Duration.ofSeconds(5));
    assertThat(seen.totalBytes()).isZero();
    assertThat(upload.stat().totalBytes()).isEqualTo(6_000);
    upload.dispose();
  }

  @Test
  void the_page_shows_the_example_that_runs() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("src/test/java/org/reactorp2p/scheduler/ExampleTest.java"));
    String example =
        String.join(
            "\n",
            lines.subList(lines.indexOf(BEGIN) + 1, lines.indexOf(END)).stream()
                .map(line -> line.isEmpty() ? line : line.substring(BEGIN.indexOf('/')))
                .toList());

    assertThat(Path.of("../docs/fair-share.md"))
        .content()
        .contains("```java\n" + example + "\n```");
  }
}
