/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreakdownTest {

  private static final String BEFORE =
      """
       num     #instances         #bytes  class name (module)
      -------------------------------------------------------
         1:           100           1600  [B (java.base@17.0.1)
         2:            10            240  java.lang.String (java.base@17.0.1)
      Total           110           1840
      """;
  private static final String AFTER =
      """
       num     #instances         #bytes  class name (module)
         1:           150           2400  [B (java.base@17.0.1)
         2:             9            216  java.lang.String (java.base@17.0.1)
         3:             2           4096  org.example.New
      """;

  @Test
  void growth_is_told_by_class_the_most_bytes_first_and_survives_a_line() {
    var growth = Breakdown.parse(AFTER).since(Breakdown.parse(BEFORE), 10);
    assertThat(growth)
        .containsExactly(
            new Breakdown.Line("org.example.New", 2, 4096), new Breakdown.Line("[B", 50, 800));
    assertThat(Breakdown.ofLine(Breakdown.toLine(growth))).isEqualTo(growth);
    assertThat(Breakdown.ofLine("")).isEmpty();
  }

  @Test
  void this_jvm_tells_what_its_heap_is_made_of() {
    assertThat(Breakdown.now().lines()).containsKey("java.lang.String");
  }
}
