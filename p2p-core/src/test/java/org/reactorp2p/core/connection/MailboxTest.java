/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.Mailbox.Offer;

class MailboxTest {

  private static final int OVERHEAD = MailboxLimits.OVERHEAD;

  @Test
  void takes_the_first_message_whatever_its_size_and_refuses_the_next() {
    Mailbox<byte[]> mailbox = mailbox(100, 10);

    assertThat(mailbox.offer(new byte[1_000])).isEqualTo(Offer.ACCEPTED);
    assertThat(mailbox.offer(new byte[1])).isEqualTo(Offer.FULL);
    assertThat(mailbox.bytes()).isEqualTo(1_000 + OVERHEAD);
  }

  @Test
  void Q_02_ten_large_or_a_million_tiny_messages_meet_a_bound() {
    Mailbox<byte[]> byBytes = mailbox(10 * 1_000_000L, 1_000_000);
    int large = fill(byBytes, 1_000_000);
    Mailbox<byte[]> byCount = mailbox(Integer.MAX_VALUE, 1_000);
    int tiny = fill(byCount, 0);
    Mailbox<byte[]> byOverhead = mailbox(64 * 1_000, 1_000_000);
    int charged = fill(byOverhead, 0);

    assertThat(large).isEqualTo(10);
    assertThat(tiny).isEqualTo(1_000);
    assertThat(charged).as("an empty message is not free").isEqualTo(1_000);
  }

  @Test
  void gives_back_in_order_and_to_the_last_byte() {
    long seed = 20261122;
    SplittableRandom random = new SplittableRandom(seed);
    Mailbox<byte[]> mailbox = mailbox(1 << 20, 4_096);
    int next = 0;
    int expected = 0;
    for (int turn = 0; turn < 100_000; turn++) {
      if (random.nextBoolean()) {
        byte[] item = new byte[4 + random.nextInt(300)];
        item[0] = (byte) next;
        if (mailbox.offer(item) == Offer.ACCEPTED) {
          next++;
        }
      } else {
        byte[] item = mailbox.poll();
        if (item != null) {
          assertThat(item[0]).as("seed %d turn %d", seed, turn).isEqualTo((byte) expected++);
        }
      }
    }
    mailbox.clear();

    assertThat(mailbox.bytes()).isZero();
    assertThat(mailbox.count()).isZero();
  }

  @Test
  void closed_is_closed_and_what_was_inside_is_counted() {
    Mailbox<byte[]> mailbox = mailbox(1_000_000, 100);
    mailbox.offer(new byte[1]);
    mailbox.offer(new byte[2]);

    mailbox.close();

    assertThat(mailbox.offer(new byte[3])).isEqualTo(Offer.CLOSED);
    assertThat(mailbox.force(new byte[3])).isEqualTo(Offer.CLOSED);
    assertThat(mailbox.clear()).isEqualTo(2);
    assertThat(mailbox.bytes()).isZero();
  }

  @Test
  void half_empty_means_half_of_both_bounds() {
    Mailbox<byte[]> mailbox = mailbox(1_000_000, 4);
    for (int i = 0; i < 4; i++) {
      mailbox.offer(new byte[1]);
    }
    mailbox.poll();
    assertThat(mailbox.hasRoom()).isTrue();
    assertThat(mailbox.isHalfEmpty()).isFalse();
    mailbox.poll();
    assertThat(mailbox.isHalfEmpty()).isTrue();
  }

  @Test
  void Q_03_eight_producers_lose_nothing_silently() throws InterruptedException {
    int producers = 8;
    int each = 50_000;
    Mailbox<byte[]> mailbox = mailbox(1 << 20, 512);
    AtomicInteger accepted = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(producers);
    for (int p = 0; p < producers; p++) {
      Thread producer =
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  if (mailbox.offer(new byte[1]) == Offer.ACCEPTED) {
                    accepted.incrementAndGet();
                  }
                }
                done.countDown();
              });
      producer.start();
    }
    int polled = 0;
    while (done.getCount() > 0) {
      if (mailbox.poll() != null) {
        polled++;
      }
    }
    done.await();
    mailbox.close();
    polled += mailbox.clear();

    assertThat(polled).isEqualTo(accepted.get());
    assertThat(mailbox.bytes()).isZero();
    assertThat(mailbox.count()).isZero();
  }

  @Test
  void limits_out_of_range_are_refused_with_the_value() {
    assertThatThrownBy(() -> new MailboxLimits(0, 1)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> new MailboxLimits(1, -7)).hasMessageContaining("not -7");
    assertThatThrownBy(() -> new MailboxLimits(Long.MAX_VALUE, 1))
        .hasMessageContaining("9223372036854775807");
  }

  private static Mailbox<byte[]> mailbox(long bytes, int messages) {
    return Mailbox.ofManyProducers(new MailboxLimits(bytes, messages), item -> item.length);
  }

  private static int fill(Mailbox<byte[]> mailbox, int length) {
    int taken = 0;
    while (mailbox.offer(new byte[length]) == Offer.ACCEPTED) {
      taken++;
    }
    return taken;
  }
}
