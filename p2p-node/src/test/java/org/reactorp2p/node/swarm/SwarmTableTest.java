/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.identity.PeerId;

class SwarmTableTest {

  private static final PeerId ALICE = PeerId.parse("idrAta9tLVKFCVMECJb62aQXbEBYBo");
  private static final String GOOD = "a1".repeat(32);
  private static final String BAD = "b2".repeat(32);

  private static NodeResult result(int files, Set<String> digests) {
    return new NodeResult(
        3, ALICE, 2, files, 5_000_000, 9, Duration.ofSeconds(2), new TreeSet<>(digests));
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
  void a_missing_file_or_another_digest_is_no_agreement() {
    assertThat(result(6, Set.of(GOOD)).agrees(7, GOOD)).isFalse();
    assertThat(result(7, Set.of(BAD)).agrees(7, GOOD)).isFalse();
    assertThat(result(7, Set.of(GOOD, BAD)).agrees(7, GOOD)).isFalse();
    assertThat(result(0, Set.of()).agrees(7, GOOD)).isFalse();

    assertThat(line(result(7, Set.of(GOOD, BAD)))).endsWith("<- differs");
    assertThat(line(result(0, Set.of()))).endsWith("nothing complete");
  }
}
