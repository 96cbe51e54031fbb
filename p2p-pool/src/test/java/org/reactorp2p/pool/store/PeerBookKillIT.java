/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at random instants while a book is saved; {@code -Dp2p.kills=500} for more. */
class PeerBookKillIT {

  private static final int KILLS = Integer.getInteger("p2p.kills", 20);
  private static final long SEED = Long.getLong("p2p.seed", System.nanoTime());

  /** Several savings of a book of this size. */
  private static final int LONGEST_LIFE_MICROS = 60_000;

  @TempDir Path temporary;

  @Test
  void T_01_whenever_the_process_is_killed_the_book_is_the_old_or_the_new_one() throws Exception {
    System.out.printf("T-01: %d kills, seed %d (-Dp2p.seed)%n", KILLS, SEED);
    var random = new Random(SEED);
    Path directory = temporary.resolve("data");
    int number = 0;
    int inFlight = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      int saved = lifeOf(directory, number + 1, random);
      try (DataDirectory data = DataDirectory.open(directory)) {
        PeerBook.Reading reading = data.peerBook().read();
        assertThat(reading.warning()).as("kill %d, seed %d", kill, SEED).isEmpty();
        number = BookWriter.numberOf(reading.content());
        assertThat(number).as("kill %d, seed %d", kill, SEED).isBetween(saved, saved + 1);
        assertThat(reading.content().memory().points()).hasSize(200);
        inFlight += number - saved;
      }
    }
    System.out.printf("T-01: %d books saved, %d of the last ones unsaid%n", number, inFlight);
  }

  /** Lets a writer live for a while. The number of the last book that it said was saved. */
  private static int lifeOf(Path directory, int first, Random random)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + File.separator + "bin/java",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx128m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BookWriter.class.getName(),
                    directory.toString(),
                    Integer.toString(first)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
      int saved = Integer.parseInt(out.readLine());
      LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(LONGEST_LIFE_MICROS)));
      writer.toHandle().destroyForcibly();
      for (String line; (line = out.readLine()) != null; ) {
        saved = Integer.parseInt(line);
      }
      writer.waitFor();
      return saved;
    } finally {
      writer.destroyForcibly();
    }
  }
}
