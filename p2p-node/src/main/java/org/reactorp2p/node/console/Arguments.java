/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.node.config.TimeText;

/** What followed a command's word, taken one after the other. */
final class Arguments {

  private final Deque<String> words;

  private Arguments(List<String> words) {
    this.words = new ArrayDeque<>(words);
  }

  static Arguments of(List<String> words) {
    return new Arguments(words);
  }

  /**
   * The next one.
   *
   * @param what for the complaint if there is none, such as {@code a peer id}
   */
  String next(String what) {
    String word = words.poll();
    if (word == null) {
      throw new ConsoleException(what + " is missing");
    }
    return word;
  }

  /** The time of {@code for TIME}, if that comes next. */
  Optional<Duration> time() {
    if (!"for".equals(words.peek())) {
      return Optional.empty();
    }
    words.remove();
    return Optional.of(TimeText.parse(next("a time, such as 10m,")));
  }

  /** All that is left, with one blank between the words. */
  String rest() {
    String rest = String.join(" ", words);
    words.clear();
    return rest;
  }

  /** Refuses what nobody asked for. */
  void end() {
    if (!words.isEmpty()) {
      throw new ConsoleException("'" + words.peek() + "' is one word too many");
    }
  }
}
