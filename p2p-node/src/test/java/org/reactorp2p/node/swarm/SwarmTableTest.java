/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.scheduler.ByteRate;

class SwarmTableTest {

  private static final PeerId ALICE = PeerId.parse("idrAta9tLVKFCVMECJb62aQXbEBYBo");
  private static final FlowResult FREE =
      new FlowResult(ByteRate.UNLIMITED, 0, 0, 0, 0, 0, OptionalDouble.empty());
  private static final long SECONDS = 1_000_000_000L;
  private static final String GOOD = "a1".repeat(32);
  private static final String BAD = "b2".repeat(32);

  private static NodeResult result(int files, Set<String> digests) {
    return result(files, digests, FREE);
  }

  private static NodeResult result(int files, Set<String> digests, FlowResult upload) {
    return new NodeResult(
        3,
        ALICE,
        2,
        files,
        5_000_000,
        9,
        Duration.ofSeconds(2),
        upload,
        FREE,
        new TreeSet<>(digests));
  }

  private static String line(NodeResult result) {
    return new SwarmTable(7, GOOD).lines(List.of(result)).get(1);
  }

  @Test
  void shows_what_a_node_got_and_how_fast() {
    assertThat(line(result(7, Set.of(GOOD))).trim().split("\\s+"))
        .containsExactly("3", "idrAta9tLVKF", "2", "7/7", "5000000", "9", "2.50", GOOD);
    assertThat(result(7, Set.of(GOOD)).agrees(7, GOOD)).isTrue();
  }

  @Test
  void under_a_limit_it_shows_how_the_limit_was_used_and_divided() {
    ByteRate limit = ByteRate.of(2_000_000);
    FlowResult used =
        new FlowResult(
            limit, 9_900_000, SECONDS * 10, 9_900_000, SECONDS * 5, 0, OptionalDouble.of(0.99949));
    assertThat(line(result(7, Set.of(GOOD), used)).trim().split("\\s+"))
        .contains("0.99", "5.0s", "99.0%", "0.9995");

    FlowResult brief =
        new FlowResult(limit, 100, SECONDS, 100, SECONDS / 2, 0, OptionalDouble.empty());
    assertThat(line(result(7, Set.of(GOOD), brief)).trim().split("\\s+"))
        .containsSequence("0.00", "0.5s", "-", "-", GOOD);
  }

  @Test
  void a_limit_is_held_if_it_is_exceeded_by_a_burst_at_most() {
    ByteRate limit = ByteRate.of(2_000_000);
    assertThat(exceeding(limit, FlowResult.burst(limit)).keptLimits()).isTrue();
    assertThat(exceeding(limit, FlowResult.burst(limit) + 1).keptLimits()).isFalse();
    assertThat(result(7, Set.of(GOOD)).keptLimits()).isTrue();
  }

  private static NodeResult exceeding(ByteRate limit, long excess) {
    return result(
        7, Set.of(GOOD), new FlowResult(limit, 0, 0, 0, 0, excess, OptionalDouble.empty()));
  }

  @Test
  void a_missing_file_or_another_digest_is_no_agreement() {
    assertThat(result(6, Set.of(GOOD)).agrees(7, GOOD)).isFalse();
    assertThat(result(7, Set.of(BAD)).agrees(7, GOOD)).isFalse();
    assertThat(result(7, Set.of(GOOD, BAD)).agrees(7, GOOD)).isFalse();
    assertThat(result(0, Set.of()).agrees(7, GOOD)).isFalse();

    assertThat(line(result(7, Set.of(GOOD, BAD)))).endsWith("<- differs");
    assertThat(line(result(0, Set.of()))).endsWith("nothing complete");
  }
}
