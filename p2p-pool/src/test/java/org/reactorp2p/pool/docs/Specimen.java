/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.docs;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes a record of which only the type matters. */
final class Specimen {

  private Specimen() {}

  static <T> T of(Class<? extends T> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<? extends T> constructor = type.getDeclaredConstructor(types);
    return constructor.newInstance(Arrays.stream(types).map(Specimen::value).toArray());
  }

  private static Object value(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == String.class) {
      return "";
    }
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == List.class) {
      return List.of();
    }
    return type.isEnum() ? type.getEnumConstants()[0] : null;
  }
}
