/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The implementations of the box that this JVM has, and the choice among them. */
public final class Boxes {
  private static final String VECTOR_API = "jdk.incubator.vector.IntVector";
  private static final String VECTOR_CLASS = "org.reactorp2p.crypto.box.VectorWorkbench";

  private static final Box PLAIN =
      new Box("plain", () -> new Workbench(new PlainKeystream(), new PlainSum()));
  private static final @Nullable Box VECTOR = load();

  private Boxes() {}

  /** Plain Java, named {@code plain}: works on every JDK, needs no flags. */
  public static Box plain() {
    return PLAIN;
  }

  /**
   * The Vector API, named {@code vector}: there where the module {@code jdk.incubator.vector} was
   * present when this class was first used.
   */
  public static Optional<Box> vector() {
    return Optional.ofNullable(VECTOR);
  }

  /** What this JVM has, the plain one first. */
  public static List<Box> available() {
    return VECTOR == null ? List.of(PLAIN) : List.of(PLAIN, VECTOR);
  }

  /**
   * The implementation of a name, for a setting that forces one.
   *
   * @throws IllegalArgumentException if this JVM has none of that name; the message lists those it
   *     has
   */
  public static Box named(String name) {
    return available().stream()
        .filter(box -> box.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    String names = available().stream().map(Box::name).collect(Collectors.joining(", "));
    return "no box named \"" + name + "\" here, only " + names;
  }

  /**
   * The fastest one that passes its self-test, by a measurement of some tens of milliseconds; where
   * there is only one, nothing is measured. Before that each is warmed up until it is compiled: a
   * second or two, fifteen at most. So call it once, on a thread that may wait, and keep the
   * answer.
   *
   * @param nanoTime a monotonic clock, such as {@code System::nanoTime}
   */
  public static BoxChoice choose(LongSupplier nanoTime) {
    return BoxTrial.choose(available(), nanoTime);
  }

  private static @Nullable Box load() {
    if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
      return null;
    }
    try {
      // The class and not the module is looked for: a module may also come after the start.
      Class.forName(VECTOR_API);
      Supplier<Workbench> workbenches = workbenches();
      // One is made here, so that an API that changed shows now and not in the first frame.
      Objects.requireNonNull(workbenches.get(), "workbench");
      return new Box("vector", workbenches);
    } catch (ReflectiveOperationException | LinkageError e) {
      // Absent, or an incubating API that changed under us: the plain box serves.
      return null;
    }
  }

  private static Supplier<Workbench> workbenches() throws ReflectiveOperationException {
    Object made = Class.forName(VECTOR_CLASS).getDeclaredConstructor().newInstance();
    @SuppressWarnings("unchecked")
    Supplier<Workbench> supplier = (Supplier<Workbench>) made;
    return supplier;
  }
}
