/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void three_motives_mean_that_there_is_no_common_protocol() {
    for (int code = -2; code < 9; code++) {
      assertThat(new NackMotive(code).meansNoCommonProtocol()).isEqualTo(code >= 2 && code <= 4);
    }
  }

  @Test
  void motives_are_signed_16_bit_numbers() {
    assertThat(new NackMotive(-32_768)).hasToString("unknown motive -32768");
    assertThatIllegalArgumentException().isThrownBy(() -> new NackMotive(32_768));
    assertThatIllegalArgumentException().isThrownBy(() -> new NackMotive(-32_769));
    assertThat(NackMotive.ALREADY_CONNECTED).hasToString("already connected");
  }

  @Test
  void versions_are_unsigned_16_bit_numbers() {
    ChainName chain = ChainName.of("TEZOS_MAINNET");
    assertThat(new NetworkVersion(chain, 2, 1)).hasToString("TEZOS_MAINNET (ddb 2, p2p 1)");
    assertThatIllegalArgumentException().isThrownBy(() -> new NetworkVersion(chain, 65_536, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new NetworkVersion(chain, 2, -1));
  }

  @Test
  void a_chain_name_keeps_its_bytes_to_itself() {
    byte[] bytes = {'a', 'b'};
    ChainName chain = ChainName.of(bytes);
    bytes[0] = 'x';
    chain.toBytes()[1] = 'x';
    assertThat(chain).isEqualTo(ChainName.of("ab")).hasSameHashCodeAs(ChainName.of("ab"));
    assertThat(chain.length()).isEqualTo(2);
  }
}
