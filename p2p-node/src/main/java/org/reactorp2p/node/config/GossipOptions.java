/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.admission.PeerDiscovery;
import org.reactorp2p.pool.discovery.BeaconConfig;
import org.reactorp2p.pool.discovery.BeaconConfig.Found;
import org.reactorp2p.pool.exchange.ExchangeConfig;
import org.reactorp2p.pool.swap.SwapConfig;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The flags about how a node hears of others: by asking, by swapping, and by calling out. */
public final class GossipOptions {

  private static final String NONE = "none";

  @Option(
      names = "--no-discovery",
      showDefaultValue = Visibility.NEVER,
      description =
          "Neither ask peers for points nor answer them, and believe no points that they tell."
              + " Says nothing about swaps, nor about --discovery.")
  private boolean noDiscovery;

  @Option(
      names = "--swap-linger",
      paramLabel = "TIME|none",
      defaultValue = "30s",
      description =
          "How long after a swap of peers no other is agreed to; 'none' proposes and answers no"
              + " swaps at all.")
  private String swapLinger = "30s";

  @Option(
      names = "--discovery",
      paramLabel = "HOST:PORT",
      arity = "0..1",
      fallbackValue = "255.255.255.255:10732",
      converter = HostPortConverter.class,
      description =
          "Call out on the local network where we listen, and hear others do so: to this broadcast"
              + " address, or to 255.255.255.255:10732 if none is given. Off without this flag.")
  private @Nullable HostPort discovery;

  @Option(
      names = "--trust-discovered",
      showDefaultValue = Visibility.NEVER,
      description =
          "Trust those found by --discovery once they are connected and have proved who they are:"
              + " only for networks without strangers.")
  private boolean trustDiscovered;

  /** How control messages are dealt with. */
  public ExchangeConfig exchange() {
    return ExchangeConfig.DEFAULT.withDiscovery(
        noDiscovery ? PeerDiscovery.DISABLED : PeerDiscovery.ENABLED);
  }

  /**
   * Whether and how peers are swapped.
   *
   * @throws BadInputException with a sentence that names the flag
   */
  public SwapConfig swap() {
    if (swapLinger.equals(NONE)) {
      return SwapConfig.NONE;
    }
    try {
      Duration time = TimeText.parse(swapLinger);
      return SwapConfig.DEFAULT.withLinger(time);
    } catch (IllegalArgumentException unfit) {
      throw new BadInputException(
          "--swap-linger cannot be '%s': give a time of at most a day, such as 30s, or none"
              .formatted(swapLinger));
    }
  }

  /**
   * Where to look for others on the local network.
   *
   * @throws BadInputException with a sentence that names the flag
   */
  public Optional<BeaconConfig> beacon() {
    if (discovery == null) {
      if (trustDiscovered) {
        throw new BadInputException("--trust-discovered does nothing without --discovery");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BeaconConfig(discovery.resolve(), trustDiscovered ? Found.TRUSTED : Found.STRANGER));
    } catch (IllegalArgumentException unfit) {
      throw new BadInputException("--discovery cannot be used: " + unfit.getMessage());
    }
  }
}
