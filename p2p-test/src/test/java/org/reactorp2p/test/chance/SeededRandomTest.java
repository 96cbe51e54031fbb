/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

  @Test
  void the_numbers_of_a_seed_are_these_on_every_jdk() {
    var random = SeededRandom.of(1);
    byte[] bytes = new byte[10];
    random.nextBytes(bytes);
    List<Object> drawn =
        List.of(
            random.nextLong(),
            random.nextInt(),
            random.nextInt(100),
            random.nextInt(-5, 5),
            random.nextLong(1L << 40),
            random.nextBoolean(),
            random.nextDouble(),
            random.nextDouble(2, 3),
            random.nextFloat(),
            random.nextGaussian());
    assertThat(drawn).hasToString(DRAWN);
    assertThat(bytes).hasSize(10);
  }

  private static final String DRAWN =
      "[834844254806117752, -955901157, 81, -1, 86337756939, false, 0.17690873296495746,"
          + " 2.2439061955157333, 0.6147467, 1.3705101579772792]";

  @Test
  void seeds_and_numbers_side_by_side_have_nothing_in_common() {
    var firsts = new ArrayList<Long>();
    for (long seed = 0; seed < 100; seed++) {
      firsts.add(SeededRandom.of(seed).nextLong());
      for (long number = 0; number < 100; number++) {
        firsts.add(SeededRandom.of(seed, number).nextLong());
      }
    }
    assertThat(firsts).doesNotHaveDuplicates();
  }

  @Test
  void bounds_hold_and_everything_within_comes() {
    var random = SeededRandom.of(7);
    int[] seen = new int[6];
    IntStream.range(0, 6000).forEach(i -> seen[random.nextInt(6)]++);
    assertThat(IntStream.of(seen)).allMatch(count -> count > 850 && count < 1150);
    assertThat(random.nextInt(1)).isZero();
    assertThat(IntStream.range(0, 1000).mapToDouble(i -> random.nextDouble(3)).boxed())
        .allMatch(value -> value >= 0 && value < 3);
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0));
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextDouble(1, 1));
  }

  /** A JDK that draws in another way of its own would change every hash. */
  @Test
  void nothing_that_is_drawn_is_left_to_the_jdk() throws NoSuchMethodException {
    for (Method method : RandomGenerator.class.getMethods()) {
      boolean draws = method.getName().startsWith("next") && method.getParameterCount() <= 2;
      boolean rare =
          method.getName().equals("nextFloat") && method.getParameterCount() > 0
              || method.getName().equals("nextGaussian") && method.getParameterCount() > 0;
      if (draws && !rare) {
        Method ours = SeededRandom.class.getMethod(method.getName(), method.getParameterTypes());
        assertThat(ours.getDeclaringClass()).as("%s", method).isEqualTo(SeededRandom.class);
      }
    }
  }
}
