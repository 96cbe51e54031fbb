/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.Mailbox.Offer;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class OutboxTest {

  private static final DisconnectReason OVER = new DisconnectReason.PeerClosed();

  private final Outbox outbox = new Outbox(new MailboxLimits(1 << 20, 1), () -> {});
  private final List<String> heard = new ArrayList<>();

  @Test
  void who_waits_for_room_is_counted() {
    outbox.offer(message());
    Outbox.Waiter first = waiter();
    outbox.await(first);
    outbox.await(waiter());
    assertThat(outbox.waiting()).isEqualTo(2);
    outbox.withdraw(first);
    assertThat(outbox.waiting()).isEqualTo(1);
    outbox.poll();
    outbox.admitWaiters();
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void a_sender_that_comes_to_wait_after_the_end_is_refused() {
    outbox.offer(message());
    outbox.close(OVER);

    outbox.await(waiter());

    assertThat(heard).containsExactly("refused");
    assertThat(outbox.hasRoom()).as("nobody waits any more").isFalse();
  }

  @Test
  void a_sender_that_gives_up_leaves_the_line() {
    outbox.offer(message());
    Disposable sender =
        Mono.<Void>create(done -> new PendingSend(outbox, message(), new Ending(), done).start())
            .subscribe();
    assertThat(outbox.offer(message())).isEqualTo(Offer.FULL);

    sender.dispose();
    outbox.poll();

    assertThat(outbox.offer(message())).as("nobody is overtaken").isEqualTo(Offer.ACCEPTED);
  }

  private Outbox.Waiter waiter() {
    return new Outbox.Waiter() {
      @Override
      public void admit() {
        heard.add("admitted");
      }

      @Override
      public void refuse(DisconnectReason reason) {
        heard.add("refused");
      }
    };
  }

  private static Outgoing message() {
    return new Outgoing.Own(new byte[6], 0, 6);
  }
}
