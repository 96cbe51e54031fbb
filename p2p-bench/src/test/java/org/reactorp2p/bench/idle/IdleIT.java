/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The whole benchmark, with few connections. */
class IdleIT {

  @Test
  void a_few_connections_are_measured_and_leave_no_descriptor_timer_or_meter() {
    StringWriter out = new StringWriter();
    new CommandLine(new IdleCommand()).setOut(new PrintWriter(out)).execute("--connections", "50");
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("goal idle-16KiB-at-dialling-end .*"))
        .contains("goal idle-descriptors-back-at-listening-end 1.000 1.000 met")
        .contains("goal idle-timers-back-at-listening-end 1.000 1.000 met")
        .contains("goal idle-timers-back-at-dialling-end 1.000 1.000 met")
        .contains("goal idle-meters-back-at-listening-end 1.000 1.000 met")
        .contains("meters left when unbound: 0");
  }
}
