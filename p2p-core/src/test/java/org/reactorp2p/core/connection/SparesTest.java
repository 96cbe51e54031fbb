/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SparesTest {

  private static final int LENGTH = Spares.LEAST + 7;

  @Test
  void an_array_that_was_put_away_is_taken_again_for_its_length_only() {
    byte[] array = new byte[LENGTH];
    Spares.putAway(array);
    assertThat(Spares.array(LENGTH - 1)).hasSize(LENGTH - 1).isNotSameAs(array);
    assertThat(Spares.array(LENGTH)).isSameAs(array);
    assertThat(Spares.array(LENGTH)).hasSize(LENGTH).isNotSameAs(array);
  }

  @Test
  void the_warmest_goes_first_and_only_a_few_are_kept() {
    byte[][] arrays = new byte[Spares.KEPT + 1][LENGTH];
    for (byte[] array : arrays) {
      Spares.putAway(array);
    }
    for (int i = arrays.length - 1; i > 0; i--) {
      assertThat(Spares.array(LENGTH)).isSameAs(arrays[i]);
    }
    assertThat(Spares.array(LENGTH)).isNotSameAs(arrays[0]);
  }

  @Test
  void short_arrays_are_not_kept() {
    byte[] small = new byte[Spares.LEAST - 1];
    Spares.putAway(small);
    assertThat(Spares.array(small.length)).isNotSameAs(small);
  }

  @Test
  void a_copy_is_as_long_as_asked_and_nothing_of_the_old_content_shows() {
    byte[] old = new byte[LENGTH];
    Arrays.fill(old, (byte) 9);
    Spares.putAway(old);
    byte[] bytes = new byte[2 * LENGTH];
    bytes[LENGTH - 1] = 1;
    byte[] copy = Spares.copyOf(bytes, LENGTH);
    assertThat(copy).isSameAs(old).hasSize(LENGTH).endsWith(0, 1).startsWith(0, 0);
    assertThat(Spares.copyOf(bytes, 5)).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void every_thread_has_its_own() throws Exception {
    byte[] array = new byte[LENGTH];
    Spares.putAway(array);
    var elsewhere = new CompletableFuture<byte[]>();
    Thread other = new Thread(() -> elsewhere.complete(Spares.array(LENGTH)));
    other.start();
    other.join();
    assertThat(elsewhere.get()).isNotSameAs(array);
    assertThat(Spares.array(LENGTH)).isSameAs(array);
  }
}
