/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.ConnectionLimits;
import org.reactorp2p.pool.admission.AddressLimits;
import org.reactorp2p.pool.admission.AddressLimits.Loopback;
import org.reactorp2p.pool.connect.ArrivalRate;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The flags about how many. */
public final class LimitOptions {

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many peers may be connected.")
  private int maxConnections;

  @Option(
      names = "--max-incoming",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "How many strangers may wait in the door, their handshake not over; from one address"
              + " half as many.")
  private int maxIncoming;

  @Option(
      names = "--max-arrivals",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "How many handshakes one address, or one IPv6 /64, may begin in a row; after that one a"
              + " second. This machine is not limited, unless --limit-loopback says so.")
  private int maxArrivals;

  @Option(
      names = "--max-arrivals-per-second",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many handshakes others may begin per second, in all.")
  private int maxArrivalsPerSecond;

  @Option(
      names = "--max-dials",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many dials may go on at once.")
  private int maxDials;

  @Option(
      names = "--max-per-address",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many peers may be connected from one address, or one IPv6 /64.")
  private int maxPerAddress;

  @Option(
      names = "--max-per-block",
      paramLabel = "N",
      defaultValue = "16",
      description = "How many peers may be connected from one IPv4 /24 or IPv6 /48.")
  private int maxPerBlock;

  @Option(
      names = "--limit-loopback",
      showDefaultValue = Visibility.NEVER,
      description = "Limit the peers of this machine like those of every other address.")
  private boolean limitLoopback;

  /**
   * How many peers, strangers and dials.
   *
   * @throws BadInputException with a sentence that names the flag
   */
  public ConnectionLimits toConfig() {
    require("--max-connections", maxConnections);
    require("--max-incoming", maxIncoming);
    require("--max-arrivals", maxArrivals);
    require("--max-arrivals-per-second", maxArrivalsPerSecond);
    require("--max-dials", maxDials);
    return new ConnectionLimits(
        maxConnections,
        maxIncoming,
        Math.max(1, maxIncoming / 2),
        maxDials,
        new ArrivalRate(maxArrivals, ArrivalRate.DEFAULT.interval(), maxArrivalsPerSecond));
  }

  /**
   * How many from where.
   *
   * @throws BadInputException with a sentence that names the flag
   */
  public AddressLimits perAddress() {
    require("--max-per-address", maxPerAddress);
    if (maxPerBlock < maxPerAddress) {
      throw new BadInputException(
          "--max-per-block %d cannot be used: it is less than --max-per-address %d"
              .formatted(maxPerBlock, maxPerAddress));
    }
    return new AddressLimits(
        maxPerAddress,
        maxPerBlock,
        maxPerAddress,
        maxPerBlock,
        limitLoopback ? Loopback.COUNTED : Loopback.EXEMPT);
  }

  private static void require(String flag, int number) {
    if (number < 1) {
      throw new BadInputException(flag + " " + number + " cannot be used: give 1 or more");
    }
  }
}
