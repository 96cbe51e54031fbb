/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class LinkReaderTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Point PORT = new Point(HERE, 9732);

  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final List<Object> seen = new ArrayList<>();
  private final List<Link> ends = new ArrayList<>();
  private final LinkReader reader;

  LinkReaderTest() {
    Transport machine = MemoryNetwork.on(time).machine(HERE);
    machine.listen(PORT).flatMapMany(Listener::accept).subscribe(ends::add);
    turn();
    machine.dial(PORT).subscribe(ends::add);
    turn();
    reader = new LinkReader(ends.get(0));
  }

  @Test
  void reads_one_array_per_call_and_none_ahead() {
    send(new byte[] {1}, new byte[] {2});
    turn();
    assertThat(seen).isEmpty();
    reader.read(new Noting());
    turn();
    assertThat(seen).containsExactly("1");
  }

  @Test
  void what_is_put_back_is_read_first() {
    send(new byte[] {1, 2, 3}, new byte[] {4});
    reader.read(new Noting());
    turn();
    reader.unread(Chunk.of(new byte[] {1, 2, 3}).from(1));
    reader.read(new Noting());
    reader.read(new Noting());
    turn();
    assertThat(seen).containsExactly("3", "2", "1");
  }

  @Test
  void nothing_is_put_back_when_all_was_used() {
    reader.unread(Chunk.EMPTY);
    reader.read(new Noting());
    assertThat(seen).isEmpty();
  }

  @Test
  void one_read_is_outstanding_and_one_rest_is_held() {
    reader.read(new Noting());
    assertThatThrownBy(() -> reader.read(new Noting())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> reader.unread(Chunk.of(new byte[2])))
        .isInstanceOf(IllegalStateException.class);
    send(new byte[1]);
    turn();
    reader.unread(Chunk.of(new byte[2]));
    assertThatThrownBy(() -> reader.unread(Chunk.of(new byte[2])))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_end_is_told_to_every_later_read() {
    ends.get(1).close().subscribe();
    turn();
    reader.read(new Noting());
    turn();
    reader.read(new Noting());
    assertThat(seen).containsExactly("end", "end");
  }

  @Test
  void the_failure_is_told_to_every_later_read() {
    ends.get(1).abort();
    turn();
    reader.read(new Noting());
    turn();
    reader.read(new Noting());
    assertThat(seen).hasSize(2).allMatch(LinkException.class::isInstance);
  }

  @Test
  void a_cancelled_reader_leaves_the_link_open() {
    reader.read(new Noting());
    reader.cancel();
    send(new byte[1]);
    turn();
    assertThat(seen).isEmpty();
    reader.read(new Noting());
    assertThat(seen).singleElement().isInstanceOf(LinkException.class);

    List<Object> heard = new ArrayList<>();
    ends.get(1).receive().subscribe(heard::add);
    ends.get(0).send(Mono.just(new byte[] {1})).subscribe();
    turn();
    assertThat(heard).hasSize(1);
  }

  @Test
  void a_handler_that_reads_again_never_grows_the_stack() {
    var greedy =
        new LinkReader.Handler() {
          private int left = 100_000;

          @Override
          public void onChunk(Chunk chunk) {
            if (--left > 0) {
              reader.unread(chunk);
              reader.read(this);
            }
          }

          @Override
          public void onEnd() {}

          @Override
          public void onFailure(Throwable cause) {}
        };
    send(new byte[1]);
    reader.read(greedy);
    turn();
    assertThat(greedy.left).isZero();
  }

  private void send(byte[]... chunks) {
    ends.get(1).send(Flux.just(chunks)).subscribe();
  }

  private void turn() {
    time.advanceTimeBy(Duration.ZERO);
  }

  /** Notes the length of what was read, or how it ended. */
  private final class Noting implements LinkReader.Handler {
    @Override
    public void onChunk(Chunk chunk) {
      seen.add(Integer.toString(chunk.length()));
    }

    @Override
    public void onEnd() {
      seen.add("end");
    }

    @Override
    public void onFailure(Throwable cause) {
      seen.add(cause);
    }
  }
}
