/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.node.journal.Journal;
import org.reactorp2p.node.journal.JournalFormat;

@Timeout(20)
class ConsoleTest {

  @Test
  void lines_are_done_one_after_the_other_until_the_input_ends() throws Exception {
    assertThat(
            typed(new ByteArrayInputStream("help\nnothing\nhelp".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(
            """
            00:00:00.000 help usage=help purpose="shows this"
            00:00:00.000 done command=help
            00:00:00.000 failed command=nothing why="there is no such command: help shows those there are"
            00:00:00.000 help usage=help purpose="shows this"
            00:00:00.000 done command=help
            """);
  }

  @Test
  void a_line_without_end_costs_its_limit_and_the_next_one_is_understood() throws Exception {
    String endless = "x".repeat(1_000_000) + "\n# \u00e9\nhelp\n";
    assertThat(typed(new ByteArrayInputStream(endless.getBytes(StandardCharsets.UTF_8))))
        .startsWith("00:00:00.000 failed why=\"a line has at most 8192 characters\"\n")
        .endsWith("done command=help\n");
  }

  @Test
  void an_input_that_breaks_is_an_end_too() throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("no longer there");
          }
        };
    assertThat(typed(broken)).contains("standard input cannot be read: no longer there");
  }

  @Test
  void the_longest_line_is_read_whole() throws Exception {
    String longest = "y".repeat(LineReader.MAX_LENGTH);
    var reader = new LineReader(new StringReader(longest + "\n" + longest + "y\nz"));
    assertThat(reader.next()).isEqualTo(longest);
    assertThatThrownBy(reader::next).isInstanceOf(ConsoleException.class);
    assertThat(reader.next()).isEqualTo("z");
    assertThat(reader.next()).isNull();
  }

  private static String typed(InputStream in) throws InterruptedException {
    var out = new StringWriter();
    var journal = new Journal(new PrintWriter(out), JournalFormat.TEXT, () -> Instant.EPOCH);
    var ended = new CountDownLatch(1);
    new Console(in, Vocabulary.of(List.of()), journal, ended::countDown).start();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    return out.toString();
  }
}
