/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One benchmark of a report: which, with which options, how its figures come about. */
enum Part {
  THROUGHPUT(
      "One way, one connection",
      List.of("throughput", "--rounds", "2", "--warm-up", "5"),
      List.of("throughput", "--rounds", "5", "--warm-up", "8"),
      """
      Two processes over loopback, one connection, one event loop each; the sender sends as fast as it is
      let. The receiver checks both ends of each message and every sixteenth message whole; a run in which
      anything is lost, damaged or not authenticated has no figures. Rates are medians of half seconds;
      CPU is the processor time of both processes. On two cores both ends run at once: who divides the work
      badly between them has a lower rate than its CPU time promises.
      """),
  MANY_LINES(
      "One way, 16 connections",
      List.of("throughput", "--lines", "16", "--rounds", "1", "--payloads", "large,small"),
      List.of("throughput", "--lines", "16", "--rounds", "3"),
      """
      The same with 16 connections on the same two event loops, which is nearer to a node's life.
      """),
  LATENCY(
      "Questions and answers",
      List.of("latency", "--rounds", "5", "--warm-up", "3"),
      List.of("latency", "--rounds", "15"),
      """
      One question of 32 B at a time, 4,000 a second, each answered at once by the other process. A question
      that a slow answer held up counts from when it was due. What it shows most is how long the machine
      takes to wake a sleeping thread on another core.
      """),
  CONNECT(
      "New authenticated connections",
      List.of("connect", "--rounds", "3", "--warm-up", "4"),
      List.of("connect", "--rounds", "9", "--warm-up", "8"),
      """
      Dials, shakes hands, closes, dials anew, four at a time, both ends in one process. Ours includes the
      check of the proof of work, two agreements on X25519 and the exchange of metadata; TLS 1.3 resumes
      nothing. Compared is what one processor could make in a second, from processor time.
      """),
  SCALE(
      "Among many connections",
      List.of("scale", "--rounds", "1"),
      List.of("scale", "--rounds", "3"),
      """
      On each connection a question of 32 B follows the answer before it. Cost is the processor time of both
      processes for a question with its answer. It falls at first, because more is done each time a thread
      wakes, and rises with what no longer fits into the caches.
      """),
  IDLE(
      "Idle connections",
      List.of("idle"),
      List.of("idle"),
      """
      A whole network with everything a network has, meters included, and another process with as many
      peers. Live heap after collections, with the connections less without them.
      """),
  SCHEDULER(
      "The bandwidth scheduler",
      List.of("scheduler"),
      List.of("scheduler"),
      """
      Time an item spends in the scheduler, with no limit set and with many shares waiting, by JMH and by
      hand where JMH cannot.
      """),
  BOX(
      "The box",
      List.of("box"),
      List.of("box"),
      """
      Sealing and opening one frame in place, by JMH, one thread.
      """),
  POW(
      "Proof of work",
      List.of("pow"),
      List.of("pow"),
      """
      Hashes a second of processor time, one thread, nothing found.
      """),
  FAIRNESS(
      "The fair share",
      List.of("fairness"),
      List.of("fairness"),
      """
      How one rate is divided among many; see [the page on the fair share](fair-share.md).
      """);

  private final String title;
  private final List<String> shortly;
  private final List<String> fully;
  private final String method;

  Part(String title, List<String> shortly, List<String> fully, String method) {
    this.title = title;
    this.shortly = shortly;
    this.fully = fully;
    this.method = method;
  }

  /** What is run at this length when nobody chooses. */
  static Set<Part> of(Length length) {
    return switch (length) {
      case INSTANT, SHORT -> EnumSet.range(THROUGHPUT, SCHEDULER);
      case FULL -> EnumSet.allOf(Part.class);
    };
  }

  String title() {
    return title;
  }

  /** How it is called in file names. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How the figures come about, and what they do not say. */
  String method() {
    return method;
  }

  /** The words behind {@code ./p2p bench}. */
  List<String> words(Length length) {
    return switch (length) {
      case INSTANT -> instantly();
      case SHORT -> shortly;
      case FULL -> fully;
    };
  }

  private List<String> instantly() {
    List<String> once =
        switch (this) {
          case THROUGHPUT, MANY_LINES ->
              List.of("--rounds", "1", "--slices", "1", "--warm-up", "0");
          case LATENCY, CONNECT, SCALE ->
              List.of("--rounds", "1", "--turn", "100", "--warm-up", "0");
          case IDLE -> List.of("--connections", "50");
          case SCHEDULER, BOX, POW, FAIRNESS -> List.of();
        };
    List<String> words = new ArrayList<>(List.of(shortly.get(0)));
    words.addAll(once);
    return words;
  }

  /** How long to measure. */
  enum Length {
    /** Nothing worth telling; to see that it works. */
    INSTANT,
    /** Ten minutes. */
    SHORT,
    /** As long as it takes. */
    FULL
  }
}
