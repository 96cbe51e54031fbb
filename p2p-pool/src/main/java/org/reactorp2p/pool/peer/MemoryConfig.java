/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

/**
 * How much is remembered of points and peers, and of whose word.
 *
 * @param points how many points
 * @param peers how many peers
 * @param eviction who has to go when there are more
 * @param pointsPerTeller points of each kind that one address vouches for, those it claims to
 *     listen at itself and those of others, an IPv6 /64 counting as one address; only where
 *     eviction is guarded
 * @param specialRanges what becomes of claimed points that are not on the public Internet
 * @param delays how long a point is left alone after something went wrong
 */
public record MemoryConfig(
    TableBounds points,
    TableBounds peers,
    EvictionPolicy eviction,
    int pointsPerTeller,
    SpecialRanges specialRanges,
    ReconnectionDelays delays) {

  /** What one answer of the original tells; eight tellers may fill the table. */
  public static final int DEFAULT_POINTS_PER_TELLER = 50;

  /** Bounds as the original, and guarded. */
  public static final MemoryConfig DEFAULT =
      new MemoryConfig(
          TableBounds.DEFAULT,
          TableBounds.DEFAULT,
          EvictionPolicy.GUARDED,
          DEFAULT_POINTS_PER_TELLER,
          SpecialRanges.REFUSED,
          ReconnectionDelays.DEFAULT);

  /** Refuses a share that is none. */
  public MemoryConfig {
    if (pointsPerTeller < 1) {
      throw new IllegalArgumentException(
          "a teller may tell at least one point, not " + pointsPerTeller);
    }
  }

  /** The same with tables of another size. */
  public MemoryConfig withBounds(TableBounds ofPoints, TableBounds ofPeers) {
    return new MemoryConfig(ofPoints, ofPeers, eviction, pointsPerTeller, specialRanges, delays);
  }

  /** The same with another way of making room. */
  public MemoryConfig withEviction(EvictionPolicy other) {
    return new MemoryConfig(points, peers, other, pointsPerTeller, specialRanges, delays);
  }

  /** The same with another share of each teller. */
  public MemoryConfig withPointsPerTeller(int share) {
    return new MemoryConfig(points, peers, eviction, share, specialRanges, delays);
  }

  /** The same with another rule for private networks and the like. */
  public MemoryConfig withSpecialRanges(SpecialRanges other) {
    return new MemoryConfig(points, peers, eviction, pointsPerTeller, other, delays);
  }

  /** The same with other delays. */
  public MemoryConfig withDelays(ReconnectionDelays other) {
    return new MemoryConfig(points, peers, eviction, pointsPerTeller, specialRanges, other);
  }
}
