/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {

  @Test
  void the_hash_is_that_of_the_lines_and_can_be_asked_for_at_any_time() throws Exception {
    List<String> lines = new ArrayList<>();
    var log = new EventLog(lines::add);
    log.add(Duration.ZERO, "world", "begins");
    String early = log.hash();
    log.add(Duration.ofMillis(3_600_020), "node 7", List.of(1, 2));
    assertThat(lines).containsExactly("0.000000000 world begins", "3600.020000000 node 7 [1, 2]");
    String text = String.join("\n", lines) + "\n";
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertThat(log.hash()).isEqualTo(HexFormat.of().formatHex(digest)).isNotEqualTo(early);
    assertThat(log.lines()).isEqualTo(2);
  }
}
