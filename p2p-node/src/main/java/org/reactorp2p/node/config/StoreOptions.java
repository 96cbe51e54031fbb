/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.BookKeeping;
import org.reactorp2p.pool.peer.EvictionPolicy;
import org.reactorp2p.pool.peer.MemoryConfig;
import org.reactorp2p.pool.peer.SpecialRanges;
import org.reactorp2p.pool.peer.TableBounds;
import org.reactorp2p.pool.store.DataDirectory;
import org.reactorp2p.pool.store.PeerBookException;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The flags about what a node remembers, and where. */
public final class StoreOptions {

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Where the node keeps its identity and whom it knows, trusts and bans, and finds them"
              + " again at the next start. Made if there is none; for one node at a time. Without it"
              + " all of that is forgotten at the end.")
  private @Nullable Path dataDir;

  @Option(
      names = "--save-interval",
      paramLabel = "TIME",
      defaultValue = "2m",
      converter = TimeConverter.class,
      description = "How often that is saved, such as 30s or 10m; once more at the end.")
  private Duration saveInterval = BookKeeping.USUAL;

  @Option(
      names = "--peer-table-size",
      paramLabel = "N",
      defaultValue = "400",
      description = "How many points, and how many peers, are remembered.")
  private int tableSize;

  @Option(
      names = "--eviction",
      paramLabel = "HOW",
      defaultValue = "guarded",
      description =
          "Who is forgotten when there are more: ${COMPLETION-CANDIDATES}. Guarded, hearsay pushes"
              + " out nobody we had a handshake with.")
  private EvictionPolicy eviction = EvictionPolicy.GUARDED;

  @Option(
      names = "--points-per-teller",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "How many points are remembered on the word of one address, or one IPv6 /64, guarded.")
  private int pointsPerTeller;

  @Option(
      names = "--allow-private-addresses",
      showDefaultValue = Visibility.NEVER,
      description =
          "Believe and pass on points in private networks and on this machine, too: for"
              + " laboratories.")
  private boolean allowPrivate;

  /**
   * What to remember.
   *
   * @throws BadInputException with a sentence that names the flag
   */
  public MemoryConfig toConfig() {
    if (pointsPerTeller < 1) {
      throw new BadInputException(
          "--points-per-teller " + pointsPerTeller + " cannot be used: give 1 or more");
    }
    try {
      var bounds = new TableBounds(tableSize, tableSize / 4 * 3);
      return MemoryConfig.DEFAULT
          .withBounds(bounds, bounds)
          .withEviction(eviction)
          .withPointsPerTeller(pointsPerTeller)
          .withSpecialRanges(allowPrivate ? SpecialRanges.ALLOWED : SpecialRanges.REFUSED);
    } catch (IllegalArgumentException outOfRange) {
      throw new BadInputException(
          "--peer-table-size %d cannot be used: give 0 to %d"
              .formatted(tableSize, TableBounds.GREATEST));
    }
  }

  /**
   * The directory, locked until the caller closes it; empty if nothing is to be kept.
   *
   * @throws BadInputException if it cannot be used
   */
  public Optional<DataDirectory> open() {
    try {
      return dataDir == null ? Optional.empty() : Optional.of(DataDirectory.open(dataDir));
    } catch (PeerBookException refused) {
      throw BadInputException.of(refused);
    }
  }

  /**
   * How the book of that directory is kept.
   *
   * @throws BadInputException with a sentence that names the flag
   */
  public BookKeeping bookKeeping(DataDirectory directory) {
    try {
      return new BookKeeping(directory.peerBook(), saveInterval);
    } catch (IllegalArgumentException outOfRange) {
      throw new BadInputException("--save-interval cannot be used: give 1s to 1d");
    }
  }
}
