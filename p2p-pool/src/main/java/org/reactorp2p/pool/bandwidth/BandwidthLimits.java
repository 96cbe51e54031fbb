/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.bandwidth;

import java.util.Objects;
import org.reactorp2p.scheduler.ByteRate;

/**
 * How much all connections together may send and receive, handshakes included. What counts are the
 * bytes we hand to the sockets and take from them, without what TCP adds.
 *
 * <p>An array of up to 64 KiB passes as a whole and is paid for afterwards, so a limit below some
 * tens of KiB per second makes others wait for seconds, and handshakes may run out of time.
 *
 * @param upload {@link ByteRate#UNLIMITED} for no limit
 * @param download {@link ByteRate#UNLIMITED} for no limit
 */
public record BandwidthLimits(ByteRate upload, ByteRate download) {

  /** As fast as it goes, both ways. */
  public static final BandwidthLimits UNLIMITED =
      new BandwidthLimits(ByteRate.UNLIMITED, ByteRate.UNLIMITED);

  public BandwidthLimits {
    Objects.requireNonNull(upload, "upload");
    Objects.requireNonNull(download, "download");
  }

  /** The same with another limit for what is sent. */
  public BandwidthLimits withUpload(ByteRate rate) {
    return new BandwidthLimits(rate, download);
  }

  /** The same with another limit for what is received. */
  public BandwidthLimits withDownload(ByteRate rate) {
    return new BandwidthLimits(upload, rate);
  }

  @Override
  public String toString() {
    return "upload " + upload + ", download " + download;
  }
}
