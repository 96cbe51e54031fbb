/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.reactorp2p.core.wire.WireLimits;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Schedulers;

class OutboundPipeTest {

  private static final int MESSAGES = 100;

  private final TwoPeers peers = new TwoPeers();
  private final Queue<Runnable> thread = new ArrayDeque<>();
  private final Outbox outbox = new Outbox(new MailboxLimits(1 << 30, MESSAGES), () -> {});
  private final Tally tally = new Tally();
  private final OutboundPipe pipe =
      new OutboundPipe(
          Schedulers.fromExecutor(thread::add),
          outbox,
          new BatchBuilder(outbox, peers.dialler.sealer(), WireLimits.DEFAULT, tally),
          new ProgressWatch(
              peers.time, peers.time, Duration.ofMinutes(1), 1, () -> Duration.ZERO, () -> {}),
          tally,
          reason -> {});

  @AfterEach
  void close() {
    peers.close();
  }

  @Test
  void a_socket_that_takes_everything_leaves_turns_to_the_other_links_of_the_thread() {
    for (int i = 0; i < MESSAGES; i++) {
      outbox.offer(new Outgoing.Own(new byte[60_018], 18, 60_000));
    }
    AtomicInteger taken = new AtomicInteger();
    pipe.subscribe(
        new BaseSubscriber<>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {
            request(1);
          }

          @Override
          protected void hookOnNext(byte[] batch) {
            taken.incrementAndGet();
            request(1);
          }
        });
    assertThat(taken).hasValueBetween(1, MESSAGES / 4);

    for (Runnable task; (task = thread.poll()) != null; ) {
      task.run();
    }
    assertThat(taken).as("nothing is forgotten").hasValue(MESSAGES);
  }
}
