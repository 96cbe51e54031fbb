/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reactorp2p.pool.event.P2pEvent.Occasion;
import org.reactorp2p.pool.maintenance.Plan.Urgency;

class PlanTest {

  private static final int OWN = 18;

  private static Plan plan(int all, int own, Steering steering) {
    return Plan.of(new Turnout(all, own), Bounds.DEFAULT, steering, OWN);
  }

  @Test
  void beyond_the_thresholds_it_is_urgent_in_both_ways() {
    for (Steering steering : Steering.values()) {
      assertThat(plan(22, 22, steering)).isEqualTo(new Plan.Dial(36, 68, OWN, Urgency.URGENT));
      assertThat(plan(85, 85, steering)).isEqualTo(new Plan.Drop(17, Urgency.URGENT));
    }
  }

  @Test
  void between_threshold_and_target_only_ours_acts_and_gently() {
    assertThat(plan(23, 23, Steering.THRESHOLDS)).isEqualTo(new Plan.Rest());
    assertThat(plan(84, 84, Steering.THRESHOLDS)).isEqualTo(new Plan.Rest());
    assertThat(plan(23, 23, Steering.TARGETS))
        .isEqualTo(new Plan.Dial(36 + 6, 68, OWN, Urgency.GENTLE));
    assertThat(plan(84, 84, Steering.TARGETS)).isEqualTo(new Plan.Drop(16 + 6, Urgency.GENTLE));
  }

  @Test
  void so_near_a_target_that_one_peer_could_lead_out_of_the_band_ours_acts_already() {
    assertThat(plan(38, 38, Steering.TARGETS)).isInstanceOf(Plan.Dial.class);
    assertThat(plan(39, 39, Steering.TARGETS)).isEqualTo(new Plan.Rest());
    assertThat(plan(65, 65, Steering.TARGETS)).isEqualTo(new Plan.Rest());
    assertThat(plan(66, 66, Steering.TARGETS)).isInstanceOf(Plan.Drop.class);
  }

  @Test
  void whoever_is_full_of_others_dials_some_of_its_own() {
    assertThat(plan(50, OWN, Steering.TARGETS)).isEqualTo(new Plan.Rest());
    Plan.Dial some = (Plan.Dial) plan(65, 10, Steering.TARGETS);
    assertThat(some.atMost()).isEqualTo(73);
    assertThat(some.isMet(new Turnout(72, 17))).isFalse();
    assertThat(some.isMet(new Turnout(72, 18))).isTrue();
    assertThat(some.isMet(new Turnout(73, 17))).isTrue();
  }

  @Test
  void a_dial_is_enough_at_the_lower_target_and_never_goes_beyond_the_upper_one() {
    var dial = new Plan.Dial(36, 68, 0, Urgency.URGENT);
    assertThat(dial.isMet(new Turnout(35, 35))).isFalse();
    assertThat(dial.isMet(new Turnout(36, 0))).isTrue();
  }

  @Test
  void the_alarm_rings_at_the_thresholds_or_as_the_original_at_min_and_max() {
    Helm ours = Helm.of(Bounds.DEFAULT, MaintenanceConfig.DEFAULT);
    assertThat(ours.own()).isEqualTo(OWN);
    assertThat(ours.alarm(new Turnout(22, 0))).contains(Occasion.TOO_FEW);
    assertThat(ours.alarm(new Turnout(23, 0))).isEmpty();
    assertThat(ours.alarm(new Turnout(84, 0))).isEmpty();
    assertThat(ours.alarm(new Turnout(85, 0))).contains(Occasion.TOO_MANY);
    Helm original = Helm.of(Bounds.DEFAULT, MaintenanceConfig.ORIGINAL);
    assertThat(original.own()).isZero();
    assertThat(original.alarm(new Turnout(10, 0))).isEmpty();
    assertThat(original.alarm(new Turnout(9, 0))).contains(Occasion.TOO_FEW);
    assertThat(original.alarm(new Turnout(99, 0))).isEmpty();
    assertThat(original.alarm(new Turnout(100, 0))).contains(Occasion.TOO_MANY);
  }
}
