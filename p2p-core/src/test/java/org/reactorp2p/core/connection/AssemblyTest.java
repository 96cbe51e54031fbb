/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.wire.FrameAssembler;
import org.reactorp2p.core.wire.MessageAssembler;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

class AssemblyTest {

  private final Scheduler time = VirtualTimeScheduler.create();
  private final AssemblyBudget budget = new AssemblyBudget(1);
  private final AtomicInteger woken = new AtomicInteger();
  private final Assembly assembly =
      new Assembly(
          budget,
          new ProgressWatch(time, time, Duration.ofMinutes(1), 1, () -> Duration.ZERO, () -> {}),
          woken::incrementAndGet);

  @Test
  void who_waits_for_the_budget_and_ends_is_held_by_nobody() {
    budget.reserve(1); // by others, who may keep it for hours
    assertThat(assembly.mayReadOn(FrameAssembler.sealed(), unfinished(), new Tally())).isFalse();

    assembly.dispose();
    budget.release(1);

    assertThat(woken).hasValue(0);
  }

  @Test
  void who_waits_for_the_budget_is_woken() {
    budget.reserve(1);
    assembly.mayReadOn(FrameAssembler.sealed(), unfinished(), new Tally());

    budget.release(1);

    assertThat(woken).hasValue(1);
  }

  /** More of a message than every connection has room for. */
  private static MessageAssembler<RawMessage> unfinished() {
    MessageAssembler<RawMessage> messages =
        new MessageAssembler<>(TwoPeers.codec(WireLimits.DEFAULT));
    byte[] begun = new byte[100_000];
    begun[1] = 8; // half a mebibyte
    begun[5] = 0x10;
    messages.feed(begun, 0, begun.length, (message, length) -> {});
    return messages;
  }
}
