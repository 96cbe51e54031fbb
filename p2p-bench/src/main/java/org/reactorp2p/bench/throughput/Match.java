/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.contender.Turns;
import org.reactorp2p.node.cli.WorkFailedException;

/**
 * Lets the stacks run by turns: payload after payload, round after round, in each round one after
 * the other, so that whatever else the machine does meanwhile falls on all of them. Each has two
 * processes, which wait while others have their turn.
 */
final class Match {

  private final Set<Stack> stacks;
  private final Set<Payload> payloads;
  private final Schedule schedule;
  private final Runnable afterTurn;

  /**
   * @param afterTurn called when a turn is over
   */
  Match(Set<Stack> stacks, Set<Payload> payloads, Schedule schedule, Runnable afterTurn) {
    this.stacks = stacks;
    this.payloads = payloads;
    this.schedule = schedule;
    this.afterTurn = afterTurn;
  }

  /** Runs it all; a cell per stack and payload. */
  List<Cell> run() throws IOException, InterruptedException {
    Map<Stack, Ends> ends = new EnumMap<>(Stack.class);
    try {
      for (Stack stack : stacks) {
        ends.put(stack, Ends.start(stack));
      }
      List<Cell> cells = new ArrayList<>();
      for (Payload payload : payloads) {
        cells.addAll(with(payload, ends));
      }
      return cells;
    } finally {
      ends.values().forEach(Ends::close);
    }
  }

  private List<Cell> with(Payload payload, Map<Stack, Ends> ends)
      throws IOException, InterruptedException {
    Map<Stack, List<List<Slice>>> turns =
        new Turns<List<Slice>>(stacks, schedule.rounds(), afterTurn)
            .all(
                (stack, round) ->
                    turn(
                        stack,
                        payload,
                        Objects.requireNonNull(ends.get(stack), "not started"),
                        schedule.before(round)));
    return turns.entrySet().stream()
        .map(
            each ->
                new Cell(
                    each.getKey(),
                    payload,
                    each.getValue().stream().flatMap(List::stream).toList()))
        .toList();
  }

  private List<Slice> turn(Stack stack, Payload payload, Ends ends, Duration before)
      throws IOException, InterruptedException {
    ends.connect(payload, schedule.lines());
    pass(before);
    List<Slice> slices = new ArrayList<>();
    Reading last = ends.read();
    for (int i = 0; i < schedule.slices(); i++) {
      pass(schedule.slice());
      Reading next = ends.read();
      slices.add(Slice.between(last, next));
      last = next;
    }
    List<String> faults = ends.stop();
    if (!faults.isEmpty()) {
      throw new WorkFailedException(
          stack.label() + " with " + payload.label() + ": " + String.join("; ", faults));
    }
    return slices;
  }

  private static void pass(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
