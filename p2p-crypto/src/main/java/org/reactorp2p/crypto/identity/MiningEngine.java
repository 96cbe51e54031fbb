/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A way to try stamps: the same answers, at different speed. The vector one exists where the module
 * {@code jdk.incubator.vector} was added to the JVM before this class was first used; it has been
 * the faster one at every register width measured (128, 256 and 512 bits), so no measurement at the
 * start is needed.
 */
public final class MiningEngine {
  private static final String VECTOR_CLASS = "org.reactorp2p.crypto.identity.VectorLanes";

  private static final MiningEngine PLAIN = new MiningEngine("plain", PlainLanes::new);
  private static final Optional<MiningEngine> VECTOR = vector();

  private final String name;
  private final Supplier<StampLanes> lanes;

  private MiningEngine(String name, Supplier<StampLanes> lanes) {
    this.name = name;
    this.lanes = lanes;
  }

  /** Plain Java: works on every JDK, needs no flags. */
  public static MiningEngine plain() {
    return PLAIN;
  }

  /** The fastest one that this JVM has. */
  public static MiningEngine preferred() {
    return VECTOR.orElse(PLAIN);
  }

  /** All that this JVM has, the preferred one first. */
  public static List<MiningEngine> available() {
    return Stream.concat(VECTOR.stream(), Stream.of(PLAIN)).toList();
  }

  /** What it is called in settings and in reports: {@code plain} or {@code vector}. */
  public String name() {
    return name;
  }

  /** Lanes for one thread. */
  StampLanes newLanes() {
    return lanes.get();
  }

  /** Nothing where the module is missing, or is not as it was when the class was compiled. */
  private static Optional<MiningEngine> vector() {
    try {
      newVectorLanes();
      return Optional.of(new MiningEngine("vector", MiningEngine::newVectorLanes));
    } catch (IllegalStateException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** By reflection, since the class can be loaded only where the module is. */
  private static StampLanes newVectorLanes() {
    try {
      return (StampLanes) Class.forName(VECTOR_CLASS).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the vector engine does not start", e);
    }
  }

  @Override
  public String toString() {
    return "MiningEngine(" + name + ")";
  }
}
