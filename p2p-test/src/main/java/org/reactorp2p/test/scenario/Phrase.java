/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line of a scenario, in words; the first is the time. */
final class Phrase {

  private static final String VERBS =
      "start, stop, kill, cut, heal, latency, lose, slow, freeze, thaw, clock, hostile or expect";

  private final String[] words;
  private int next = 1;

  Phrase(String[] words) {
    this.words = words;
  }

  /** What the words after the time mean. */
  Action action() {
    Action action = sentence(word("what to do: " + VERBS));
    if (next < words.length) {
      throw new IllegalArgumentException("'%s' is too much".formatted(Words.quoted(words[next])));
    }
    return action;
  }

  private Action sentence(String verb) {
    return switch (verb) {
      case "start" -> new Action.Start(nodes(), over());
      case "stop" -> new Action.Stop(nodes());
      case "kill" -> new Action.Kill(nodes());
      case "cut" -> new Action.Cut(nodes(), after("from").nodes());
      case "heal" -> new Action.Heal();
      case "latency" -> new Action.Latency(duration(), after("to").duration());
      case "lose" -> new Action.Lose(Words.percent(word("a share")), after("of").nodes());
      case "slow" -> new Action.Slow(nodes(), after("by").duration());
      case "freeze" -> new Action.Freeze(nodes());
      case "thaw" -> new Action.Thaw(nodes());
      case "clock" -> new Action.Clock(nodes(), Words.difference(after("by").word("a step")));
      case "hostile" -> new Action.Hostile(nodes(), oneOf(Malice.values()));
      case "expect" -> new Action.Expect(nodes(), oneOf(Condition.values()));
      default ->
          throw new IllegalArgumentException(
              "'%s' cannot be done; only %s".formatted(Words.quoted(verb), VERBS));
    };
  }

  private Duration over() {
    return next < words.length ? after("over").duration() : Duration.ZERO;
  }

  private Nodes nodes() {
    return Nodes.parse(word("nodes"));
  }

  private Duration duration() {
    return Words.duration(word("a time"));
  }

  private <E extends Enum<E>> E oneOf(E[] values) {
    String word = word("a word");
    for (E value : values) {
      if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
        return value;
      }
    }
    String choice =
        Arrays.stream(values)
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException("'%s' is none of %s".formatted(Words.quoted(word), choice));
  }

  private Phrase after(String particle) {
    String word = word("'" + particle + "'");
    if (!word.equals(particle)) {
      throw new IllegalArgumentException(
          "'%s' stands where '%s' is due".formatted(Words.quoted(word), particle));
    }
    return this;
  }

  private String word(String what) {
    if (next == words.length) {
      throw new IllegalArgumentException(what + " is missing");
    }
    return words[next++];
  }
}
