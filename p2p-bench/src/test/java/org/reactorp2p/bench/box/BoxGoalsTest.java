/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactorp2p.bench.report.Goal;

class BoxGoalsTest {
  private static Cell cell(Provider provider, int length) {
    return new Cell(provider, "seal", length);
  }

  @Test
  void both_boxes_have_goals_on_17_and_the_vector_box_lower_ones_on_25() {
    Map<Cell, Double> nanos =
        Map.of(
            cell(Provider.PLAIN, 1_024), 2_000.0,
            cell(Provider.VECTOR, 1_024), 400.0,
            cell(Provider.LIBSODIUM, 1_024), 1_000.0);
    assertThat(BoxGoals.of(17, nanos)).hasSize(2);
    assertThat(BoxGoals.of(17, nanos))
        .contains(new Goal("box-vector-seal-1024B-to-libsodium", 2.5, 2.5))
        .contains(new Goal("box-plain-seal-1024B-to-libsodium", 0.5, 0.8));
    assertThat(BoxGoals.of(25, nanos))
        .isEqualTo(List.of(new Goal("box-vector-seal-1024B-to-libsodium", 2.5, 2.0)));
  }

  @Test
  void bouncy_castle_stands_for_a_libsodium_that_cannot_be_called() {
    Map<Cell, Double> nanos =
        Map.of(cell(Provider.PLAIN, 65_517), 50.0, cell(Provider.BOUNCYCASTLE, 65_517), 100.0);
    assertThat(BoxGoals.of(17, nanos).get(0).measured()).isCloseTo(0.46, within(1e-9));
  }

  @Test
  void the_length_between_has_no_goal() {
    Map<Cell, Double> nanos = Map.of(cell(Provider.PLAIN, 16_384), 1.0);
    assertThat(BoxGoals.of(17, nanos)).isEmpty();
  }

  @Test
  void every_provider_seals_and_opens_around_its_ring() {
    for (Provider provider : Provider.available()) {
      Sealing sealing = provider.sealing(1_000);
      for (int i = 0; i < 300; i++) {
        sealing.seal();
        sealing.open();
      }
    }
  }
}
