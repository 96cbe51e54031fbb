/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.repeat;

import java.util.Locale;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs all tests of a tag, of several modules, again and again in one JVM, each time with another
 * seed, until one fails: {@code Rounds TAG TIMES FEWEST}, where fewer tests than that are a
 * failure. Nothing is tried twice with the same seed: a failure is a failure.
 */
public final class Rounds {

  private static final String SEED = "p2p.seed";

  private final LauncherDiscoveryRequest tests;
  private final int times;
  private final int fewest;

  private Rounds(LauncherDiscoveryRequest tests, int times, int fewest) {
    this.tests = tests;
    this.times = times;
    this.fewest = fewest;
  }

  /** Ends the JVM with status 0 if all rounds were green, and 1 at the first that was not. */
  public static void main(String[] args) {
    LauncherDiscoveryRequest tests =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectPackage("org.reactorp2p"))
            .filters(EngineFilter.includeEngines("junit-jupiter"), TagFilter.includeTags(args[0]))
            .build();
    var rounds = new Rounds(tests, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    System.exit(rounds.run() ? 0 : 1);
  }

  private boolean run() {
    Launcher launcher = LauncherFactory.create();
    long first = Long.getLong(SEED, System.nanoTime());
    for (int round = 1; round <= times; round++) {
      long seed = first + round - 1;
      System.setProperty(SEED, Long.toString(seed));
      var listener = new SummaryGeneratingListener();
      launcher.execute(tests, listener);
      if (!tell(round, seed, listener.getSummary())) {
        return false;
      }
    }
    return true;
  }

  private boolean tell(int round, long seed, TestExecutionSummary summary) {
    long missing = summary.getTotalFailureCount() + summary.getTestsSkippedCount();
    boolean green = missing == 0 && summary.getTestsSucceededCount() >= fewest;
    System.out.printf(
        Locale.ROOT,
        "round %d of %d %s: %d tests in %.1f s, -Dp2p.seed=%d%n",
        round,
        times,
        green ? "green" : "FAILED",
        summary.getTestsSucceededCount(),
        (summary.getTimeFinished() - summary.getTimeStarted()) / 1e3,
        seed);
    if (!green) {
      summary.getFailures().forEach(failure -> failure.getException().printStackTrace());
    }
    return green;
  }
}
