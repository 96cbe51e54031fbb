/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class BoxesTest {
  /** The build names what each of its two runs must find, so that none is missing unnoticed. */
  @Test
  void the_boxes_of_this_run_are_those_the_build_expects() {
    List<String> names = Boxes.available().stream().map(Box::name).toList();
    assertThat(String.join(", ", names)).isEqualTo(System.getProperty("boxes", "plain"));
  }

  @Test
  void a_box_is_found_by_its_name_and_an_unknown_name_says_which_there_are() {
    for (Box box : Boxes.available()) {
      assertThat(Boxes.named(box.name())).isSameAs(box);
    }
    assertThatThrownBy(() -> Boxes.named("fast"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no box named \"fast\" here, only plain");
  }

  @Test
  void one_box_alone_is_chosen_without_a_look_at_the_clock() {
    LongSupplier broken =
        () -> {
          throw new AssertionError("the clock was read");
        };
    BoxChoice choice = BoxTrial.choose(List.of(Boxes.plain()), broken);
    assertThat(choice.box()).isSameAs(Boxes.plain());
    assertThat(choice.report()).isEqualTo("Sealing with the plain box, the only one here.");
  }

  @Test
  void the_faster_of_two_is_chosen_and_the_report_names_both() {
    // Every look at the clock costs 9 us during the first box's turn, and soon 5 us.
    AtomicLong now = new AtomicLong();
    LongSupplier clock = () -> now.addAndGet(now.get() < 301_000_000 ? 9_000 : 5_000);
    Box other = new Box("other", () -> new Workbench(new PlainKeystream(), new PlainSum()));
    BoxChoice choice = BoxTrial.choose(List.of(Boxes.plain(), other), clock);
    assertThat(choice.box()).isSameAs(other);
    assertThat(choice.report())
        .isEqualTo(
            "Sealing with the other box; at the start plain sealed 0.46 GB/s,"
                + " other sealed 0.82 GB/s.");
  }

  @Test
  void a_box_that_fails_its_self_test_is_not_chosen_however_fast() {
    Box wrong = new Box("wrong", () -> new Workbench(new PlainKeystream(), new NoSum()));
    AtomicLong now = new AtomicLong();
    BoxChoice choice = BoxTrial.choose(List.of(Boxes.plain(), wrong), () -> now.addAndGet(9_000));
    assertThat(choice.box()).isSameAs(Boxes.plain());
    assertThat(choice.report()).endsWith("wrong failed its self-test.");
  }

  /** Takes nothing in. */
  private static final class NoSum implements BulkSum {
    @Override
    public int worthwhile() {
      return 1;
    }

    @Override
    public void absorb(Poly1305 sum, byte[] buf, int off, int blocks) {}
  }
}
