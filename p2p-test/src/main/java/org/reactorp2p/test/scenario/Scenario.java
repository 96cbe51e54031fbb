/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is done to the world, and when. Prints itself as {@link ScenarioReader} reads it.
 *
 * @param steps in the order of their time
 */
public record Scenario(List<Step> steps) {

  private static final Duration NEAR = Duration.ofMillis(10);
  private static final Duration FAR = Duration.ofMillis(150);

  /**
   * One thing.
   *
   * @param at since the beginning
   */
  public record Step(Duration at, Action action) {
    @Override
    public String toString() {
      return Words.text(at) + " " + action;
    }
  }

  /** Refuses steps that go back in time. */
  public Scenario {
    steps = List.copyOf(steps);
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).at().compareTo(steps.get(i - 1).at()) < 0) {
        throw new IllegalArgumentException(
            "'%s' stands after '%s'".formatted(steps.get(i), steps.get(i - 1)));
      }
    }
  }

  /** All start within half a minute, far from each other, and are well connected after ten. */
  public static Scenario usual() {
    return new Scenario(
        List.of(
            new Step(Duration.ZERO, new Action.Latency(NEAR, FAR)),
            new Step(Duration.ZERO, new Action.Start(Nodes.ALL, Duration.ofSeconds(30))),
            new Step(Duration.ofMinutes(10), new Action.Expect(Nodes.ALL, Condition.BAND)),
            new Step(Duration.ofMinutes(10), new Action.Expect(Nodes.ALL, Condition.REACHABLE))));
  }

  @Override
  public String toString() {
    return steps.stream().map(step -> step + "\n").collect(Collectors.joining());
  }
}
