/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.sodium;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;

/**
 * Calls into libsodium through the foreign-function interface of JDK 22 and later. All of that is
 * found by name, so that this class is the same on every JDK from 17 on. Arrays stay on the heap
 * and are lent to the native code for the time of a call.
 */
public final class Sodium {
  private static final List<String> LIBRARIES =
      List.of(
          "libsodium.so.26", "libsodium.so.23", "libsodium.so", "libsodium.dylib", "libsodium.dll");

  private static final String FOREIGN = "java.lang.foreign.";

  private final Object linker;
  private final Object library;
  private final Object options;

  private Sodium(Object linker, Object library, Object options) {
    this.linker = linker;
    this.library = library;
    this.options = options;
  }

  /** The library, ready for use; nothing where it is not installed or the JDK is older. */
  public static Optional<Sodium> load() {
    for (String name : LIBRARIES) {
      try {
        Sodium sodium = open(name);
        sodium.call("sodium_init").invoke();
        return Optional.of(sodium);
      } catch (Throwable absent) {
        // Not a fault: the next name, or in the end the other yardstick.
      }
    }
    return Optional.empty();
  }

  private static Sodium open(String name) throws ReflectiveOperationException {
    Object arena = type("Arena").getMethod("global").invoke(null);
    Object library =
        type("SymbolLookup")
            .getMethod("libraryLookup", String.class, type("Arena"))
            .invoke(null, name, arena);
    Class<?> option = type("Linker$Option");
    Object options = Array.newInstance(option, 1);
    Array.set(options, 0, option.getMethod("critical", boolean.class).invoke(null, true));
    return new Sodium(type("Linker").getMethod("nativeLinker").invoke(null), library, options);
  }

  /**
   * A function that returns an {@code int}, with all its arguments bound: {@code invokeExact} it as
   * {@code (int) call.invokeExact()}, from a static final field if speed matters.
   *
   * @param arguments {@code byte[]} for a pointer, {@link Long} for a number of 64 bits
   */
  public MethodHandle call(String function, Object... arguments)
      throws ReflectiveOperationException {
    Object[] bound = new Object[arguments.length];
    Object layouts = Array.newInstance(type("MemoryLayout"), arguments.length);
    for (int i = 0; i < arguments.length; i++) {
      boolean pointer = arguments[i] instanceof byte[];
      bound[i] = pointer ? segment(arguments[i]) : arguments[i];
      Array.set(layouts, i, layout(pointer ? "ADDRESS" : "JAVA_LONG"));
    }
    MethodHandle handle = handle(function, layouts);
    return MethodHandles.insertArguments(handle, 0, bound).asType(MethodType.methodType(int.class));
  }

  private MethodHandle handle(String function, Object layouts) throws ReflectiveOperationException {
    Class<?> descriptor = type("FunctionDescriptor");
    Object signature =
        descriptor
            .getMethod("of", type("MemoryLayout"), layouts.getClass())
            .invoke(null, layout("JAVA_INT"), layouts);
    Optional<?> symbol =
        (Optional<?>)
            type("SymbolLookup").getMethod("find", String.class).invoke(library, function);
    return (MethodHandle)
        type("Linker")
            .getMethod("downcallHandle", type("MemorySegment"), descriptor, options.getClass())
            .invoke(linker, symbol.orElseThrow(), signature, options);
  }

  private static Object segment(Object array) throws ReflectiveOperationException {
    return type("MemorySegment").getMethod("ofArray", byte[].class).invoke(null, array);
  }

  private static Object layout(String name) throws ReflectiveOperationException {
    return type("ValueLayout").getField(name).get(null);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(FOREIGN + name);
  }
}
