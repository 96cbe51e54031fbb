/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reactorp2p.test.scenario.Scenario.Step;

/**
 * Reads a scenario: a step per line, a time and an action, and comments from {@code #} on.
 *
 * <pre>
 *   0s    start all over 30s
 *   10m   expect all band
 *   20m   cut 0-49 from 50-99
 *   30m   heal
 *   30m30s expect all min
 * </pre>
 *
 * {@link Action} has the others; each prints itself as it is written here.
 */
public final class ScenarioReader {

  /** The longest text, in characters. */
  public static final int MAX_LENGTH = 1 << 20;

  private static final int MAX_STEPS = 10_000;
  private static final int MAX_LINE = 8192;

  private ScenarioReader() {}

  /**
   * The scenario that is written here.
   *
   * @throws ScenarioException when it is none; the message says in which line and why
   */
  public static Scenario read(String text) throws ScenarioException {
    if (text.length() > MAX_LENGTH) {
      throw new ScenarioException("a scenario has at most " + MAX_LENGTH + " characters");
    }
    List<Step> steps = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      String bare = line.replaceFirst("#.*", "").strip();
      if (!bare.isEmpty()) {
        steps.add(step(number, bare));
      }
      if (steps.size() > MAX_STEPS) {
        throw at(number, "a scenario has at most " + MAX_STEPS + " steps");
      }
    }
    if (steps.isEmpty()) {
      throw new ScenarioException("a scenario has at least one step, this one has none");
    }
    return inOrder(steps);
  }

  private static Scenario inOrder(List<Step> steps) throws ScenarioException {
    try {
      return new Scenario(steps);
    } catch (IllegalArgumentException disorder) {
      throw new ScenarioException("the steps are not in order: " + disorder.getMessage());
    }
  }

  private static Step step(int number, String line) throws ScenarioException {
    if (line.length() > MAX_LINE) {
      throw at(number, "longer than " + MAX_LINE + " characters");
    }
    String[] words = line.split("\\s+", -1);
    try {
      Duration time = Words.duration(words[0]);
      return new Step(time, new Phrase(words).action());
    } catch (IllegalArgumentException wrong) {
      throw at(number, String.valueOf(wrong.getMessage()));
    }
  }

  private static ScenarioException at(int line, String what) {
    return new ScenarioException(String.format(Locale.ROOT, "line %d: %s", line, what));
  }
}
