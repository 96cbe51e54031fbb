/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import org.reactorp2p.pool.bandwidth.BandwidthLimits;
import org.reactorp2p.scheduler.ByteRate;
import picocli.CommandLine.Option;

/** The flags about how much a node sends and receives. */
public final class BandwidthOptions {

  private static final String UNLIMITED = "unlimited";

  @Option(
      names = "--upload-limit",
      paramLabel = "RATE",
      defaultValue = UNLIMITED,
      converter = RateConverter.class,
      description =
          "Most that a node sends per second, to all its peers together, each of which gets a fair"
              + " share: 2MiB, 512KiB, 1.5MB, bytes, or unlimited.")
  private ByteRate upload = ByteRate.UNLIMITED;

  @Option(
      names = "--download-limit",
      paramLabel = "RATE",
      defaultValue = UNLIMITED,
      converter = RateConverter.class,
      description = "Most that a node receives per second, from all its peers together.")
  private ByteRate download = ByteRate.UNLIMITED;

  /** Both limits. */
  public BandwidthLimits toLimits() {
    return new BandwidthLimits(upload, download);
  }
}
