/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.MaintenanceConfig;
import org.reactorp2p.pool.peer.Backoff;
import org.reactorp2p.pool.peer.ReconnectionDelays;
import picocli.CommandLine.Option;

/** The flags about how many connections a node wants, and how it gets them. */
public final class MaintenanceOptions {

  private static final String NONE = "none";

  @Option(
      names = "--min-connections",
      paramLabel = "N",
      description =
          "How many connections are the least. A third of the way from here to the expected number"
              + " the node begins to dial; without it a tenth of --max-connections.")
  private @Nullable Integer min;

  @Option(
      names = "--expected-connections",
      paramLabel = "N",
      description = "How many connections are right; without it half of --max-connections.")
  private @Nullable Integer expected;

  @Option(
      names = "--maintenance-interval",
      paramLabel = "TIME",
      defaultValue = "2m",
      description =
          "How often the node looks after the number of its connections when nothing happens, such"
              + " as 30s or 2m; 'none' to dial nobody but --peer and close nothing.")
  private String interval = "";

  @Option(
      names = "--maintenance-policy",
      paramLabel = "HOW",
      defaultValue = "ours",
      description =
          "Whom to dial and whom to let go: ${COMPLETION-CANDIDATES}. 'original' is what Octez"
              + " does: those missed longest ago, and anybody.")
  private Policy policy = Policy.OURS;

  @Option(
      names = "--reconnection-delay",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = TimeConverter.class,
      description = "How long a point is left alone after a dial came to nothing.")
  private Duration first = Duration.ZERO;

  @Option(
      names = "--reconnection-factor",
      paramLabel = "X",
      defaultValue = "1.2",
      description = "What each further failure in a row multiplies that with, 1 or more.")
  private double factor;

  @Option(
      names = "--reconnection-cap",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = TimeConverter.class,
      description =
          "The longest of these delays. While a node has too few connections it does not wait so"
              + " long for those it knows well.")
  private Duration cap = Duration.ZERO;

  @Option(
      names = "--reconnection-after-loss",
      paramLabel = "TIME",
      defaultValue = "1m",
      converter = TimeConverter.class,
      description = "How long a point is left alone after a connection with it ended.")
  private Duration afterLoss = Duration.ZERO;

  /** In whose way. */
  enum Policy {
    OURS,
    ORIGINAL
  }

  /**
   * How the number of connections is kept right.
   *
   * @param max how many are allowed
   * @throws BadInputException with a sentence that names the flag
   */
  public MaintenanceConfig toConfig(int max) {
    MaintenanceConfig way =
        policy == Policy.ORIGINAL ? MaintenanceConfig.ORIGINAL : MaintenanceConfig.DEFAULT;
    if (interval.equals(NONE)) {
      return MaintenanceConfig.OFF;
    }
    try {
      return way.withInterval(TimeText.parse(interval)).withBounds(bounds(max));
    } catch (IllegalArgumentException refused) {
      throw new BadInputException(
          "--maintenance-interval " + interval + " cannot be used: " + refused.getMessage());
    }
  }

  private Bounds bounds(int max) {
    Bounds usual = Bounds.upTo(max);
    int middle = expected == null ? Math.max(usual.expected(), min == null ? 0 : min) : expected;
    int least = min == null ? Math.min(usual.min(), middle) : min;
    try {
      return new Bounds(least, middle, max);
    } catch (IllegalArgumentException contradiction) {
      throw new BadInputException(
          ("--min-connections %d, --expected-connections %d and --max-connections %d contradict"
                  + " each other: give them in growing order")
              .formatted(least, middle, max));
    }
  }

  /**
   * How long points are left alone.
   *
   * @throws BadInputException with a sentence that names the flag
   */
  public ReconnectionDelays toDelays() {
    try {
      double jitter = ReconnectionDelays.DEFAULT.afterFailure().jitter();
      return new ReconnectionDelays(new Backoff(first, factor, cap, jitter), afterLoss);
    } catch (IllegalArgumentException refused) {
      throw new BadInputException(
          "the --reconnection flags cannot be used: " + refused.getMessage());
    }
  }
}
