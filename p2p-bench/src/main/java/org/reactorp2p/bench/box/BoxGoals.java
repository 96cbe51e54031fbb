/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reactorp2p.bench.report.Goal;

/** How fast the boxes have to be: ratios to libsodium of the same act and length. */
final class BoxGoals {
  /** What is asked of one provider at 64 B, 1 KiB and 65,517 B. */
  private record Ratios(double small, double middle, double large) {
    Optional<Double> at(int length) {
      return switch (length) {
        case 64 -> Optional.of(small);
        case 1_024 -> Optional.of(middle);
        case 65_517 -> Optional.of(large);
        default -> Optional.empty();
      };
    }
  }

  private static final Ratios PLAIN = new Ratios(1.7, 0.8, 0.77);
  private static final Ratios VECTOR = new Ratios(1.7, 2.5, 2.0);
  private static final Ratios VECTOR_ON_25 = new Ratios(1.6, 2.0, 1.6);

  private BoxGoals() {}

  /**
   * The goals on a JDK.
   *
   * @param nanos the time of every cell measured; without libsodium, Bouncy Castle stands for it
   */
  static List<Goal> of(int jdk, Map<Cell, Double> nanos) {
    List<Goal> goals = new ArrayList<>();
    nanos.forEach(
        (cell, measured) ->
            ratios(jdk, cell.provider())
                .flatMap(ratios -> ratios.at(cell.length()))
                .ifPresent(
                    limit -> goals.add(goal(cell, yardstick(nanos, cell) / measured, limit))));
    return goals;
  }

  private static Goal goal(Cell cell, double ratio, double limit) {
    return new Goal("box-" + cell.name() + "-to-libsodium", ratio, limit);
  }

  private static Optional<Ratios> ratios(int jdk, Provider provider) {
    return switch (provider) {
      case PLAIN -> jdk < 22 ? Optional.of(PLAIN) : Optional.empty();
      case VECTOR -> Optional.of(jdk < 22 ? VECTOR : VECTOR_ON_25);
      case LIBSODIUM, BOUNCYCASTLE -> Optional.empty();
    };
  }

  /** Nanoseconds that libsodium takes for the same. */
  static double yardstick(Map<Cell, Double> nanos, Cell cell) {
    Double sodium = nanos.get(new Cell(Provider.LIBSODIUM, cell.act(), cell.length()));
    if (sodium != null) {
      return sodium;
    }
    Cell bouncy = new Cell(Provider.BOUNCYCASTLE, cell.act(), cell.length());
    return nanos.getOrDefault(bouncy, Double.NaN) * bouncyCastleToSodium(cell.length());
  }

  /** The speed of Bouncy Castle relative to libsodium where both were measured. */
  private static double bouncyCastleToSodium(int length) {
    if (length <= 64) {
      return 0.99;
    }
    if (length <= 1_024) {
      return 0.53;
    }
    return length <= 16_384 ? 0.25 : 0.23;
  }
}
