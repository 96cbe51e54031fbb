/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.NetworkVersion;

class VersionChoiceTest {

  private static final HandshakeConfig OURS = Parties.CONFIG; // ddb 0 1 2, p2p 0 1

  private static VersionChoice choice(HandshakeConfig ours, int ddb, int p2p) {
    return VersionChoice.between(ours, new NetworkVersion(Parties.CHAIN, ddb, p2p));
  }

  private static VersionChoice agreed(int ddb, int p2p) {
    return new VersionChoice.Agreed(new NetworkVersion(Parties.CHAIN, ddb, p2p));
  }

  @ParameterizedTest
  @CsvSource({"2,1,2,1", "3,1,2,1", "65535,65535,2,1", "1,1,1,1", "0,0,0,0", "2,0,2,0"})
  void takes_our_best_or_what_the_other_announced(int ddb, int p2p, int ddbUsed, int p2pUsed) {
    assertThat(choice(OURS, ddb, p2p)).isEqualTo(agreed(ddbUsed, p2pUsed));
  }

  @Test
  void a_version_between_ours_that_we_do_not_support_is_refused() {
    HandshakeConfig gap = OURS.withVersions(Set.of(0, 2), Set.of(1));

    assertThat(choice(gap, 1, 1))
        .isEqualTo(new VersionChoice.Disagreed(NackMotive.DEPRECATED_DISTRIBUTED_DB_VERSION));
    assertThat(choice(gap, 2, 0))
        .isEqualTo(new VersionChoice.Disagreed(NackMotive.DEPRECATED_P2P_VERSION));
  }

  @Test
  void the_first_reason_wins_chain_then_ddb_then_p2p() {
    HandshakeConfig high = OURS.withVersions(Set.of(5), Set.of(5));

    assertThat(choice(high, 1, 1))
        .isEqualTo(new VersionChoice.Disagreed(NackMotive.DEPRECATED_DISTRIBUTED_DB_VERSION));
    assertThat(VersionChoice.between(high, new NetworkVersion(ChainName.of("X"), 1, 1)))
        .isEqualTo(new VersionChoice.Disagreed(NackMotive.UNKNOWN_CHAIN_NAME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SANDBOXED_TEZO",
        "SANDBOXED_TEZOS ",
        "SANDBOXED_TEZOS\u0000",
        "sandboxed_tezos",
        "SANDBOXED_TEZΟS",
        "XSANDBOXED_TEZOS"
      })
  void H_10_only_the_very_same_chain_name_will_do(String name) {
    var announced = new NetworkVersion(ChainName.of(name), 2, 1);

    assertThat(VersionChoice.between(OURS, announced))
        .isEqualTo(new VersionChoice.Disagreed(NackMotive.UNKNOWN_CHAIN_NAME));
  }

  @Test
  void both_sides_come_to_the_same_result_whatever_they_support() {
    long seed = 20_261_122;
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      HandshakeConfig ours = OURS.withVersions(some(random), some(random));
      HandshakeConfig theirs = OURS.withVersions(some(random), some(random));
      VersionChoice one = VersionChoice.between(ours, theirs.announcedVersion());
      VersionChoice other = VersionChoice.between(theirs, ours.announcedVersion());
      if (one instanceof VersionChoice.Agreed && other instanceof VersionChoice.Agreed) {
        assertThat(one).as("seed %d, round %d", seed, i).isEqualTo(other);
      }
    }
  }

  private static Set<Integer> some(SplittableRandom random) {
    return random.ints(random.nextInt(1, 4), 0, 5).boxed().collect(Collectors.toSet());
  }
}
