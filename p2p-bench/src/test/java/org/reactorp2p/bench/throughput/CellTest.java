/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.report.Goal;

class CellTest {

  @Test
  void a_slice_is_what_happened_between_two_readings() {
    Slice slice =
        Slice.between(Reading.ofLine("1000000000 500 10"), Reading.ofLine("1500000000 4500 1010"));
    assertThat(slice.messagesPerSecond()).isEqualTo(2_000);
    assertThat(slice.cpuNanosPerMessage()).isEqualTo(4);
  }

  @Test
  void lines_between_the_processes_say_what_was_meant() {
    Reading reading = new Reading(-5, 7, 9);
    Closing closing = new Closing(3, true, "idxyz", 1);
    assertThat(Reading.ofLine(reading.toLine())).isEqualTo(reading);
    assertThat(Closing.ofLine(closing.toLine())).isEqualTo(closing);
  }

  @Test
  void a_cell_is_told_by_its_medians() {
    Cell odd = cell(Stack.PLAIN, Payload.LARGE, 1, 100, 3);
    assertThat(odd.messagesPerSecond()).isEqualTo(3);
    assertThat(odd.megabytesPerSecond()).isCloseTo(3 * 65_511 / 1e6, within(1e-9));
    assertThat(cell(Stack.PLAIN, Payload.LARGE, 1, 2, 4, 100).messagesPerSecond()).isEqualTo(3);
  }

  @Test
  void goals_are_those_of_what_was_measured() {
    List<Cell> cells =
        List.of(
            cell(Stack.VECTOR, Payload.LARGE, 20_000),
            cell(Stack.NETTY, Payload.LARGE, 100_000),
            cell(Stack.PLAIN, Payload.SMALL, 1_000_000));
    assertThat(Aims.of(cells).stream().map(Goal::line))
        .containsExactly(
            "goal throughput-vector-large-GB/s 1.310 1.100 met",
            "goal throughput-vector-large-ratio 0.200 0.250 missed",
            "goal throughput-plain-small-M/s 1.000 1.800 missed");
  }

  private static Cell cell(Stack stack, Payload payload, double... rates) {
    return new Cell(
        stack, payload, Arrays.stream(rates).mapToObj(rate -> new Slice(rate, 1)).toList());
  }
}
