/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.reactorp2p.node.cli.WorkFailedException;

class DescriptorsTest {

  @Test
  void a_limit_that_is_too_low_is_told_with_what_to_do() {
    assertThatThrownBy(() -> Descriptors.require(2000, 1024))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("1024")
        .hasMessageContaining("ulimit -n 2200");
    Descriptors.require(2000, 4096);
    assertThat(Descriptors.open()).isNotNegative();
  }
}
