/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import org.reactorp2p.core.wire.FrameAssembler;
import org.reactorp2p.core.wire.FrameCodec;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * What {@code src/lib_p2p/test/test_p2p_buffer_reader.ml} of the original asserts. What reads into
 * a part of a buffer there lends a part of an array here, a {@link Chunk}; its {@code read} is
 * {@link LinkReader}, its {@code read_full} is {@link FrameAssembler}.
 */
@Tag("original")
class OriginalBufferReaderTest {

  private static final Point PORT = Point.parse("192.0.2.1:9732");
  private static final int ROUNDS = 50;

  private final long seed = Long.getLong("p2p.seed", 20_261_123L);
  private final Random random = new Random(seed);
  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final List<Link> ends = new ArrayList<>();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final LinkReader reader;

  OriginalBufferReaderTest() {
    Transport machine = MemoryNetwork.on(time).machine(PORT.address());
    machine.listen(PORT).flatMapMany(Listener::accept).subscribe(ends::add);
    turn();
    machine.dial(PORT).subscribe(ends::add);
    turn();
    reader = new LinkReader(ends.get(0));
  }

  @Test
  @DisplayName("test_p2p_buffer_reader.ml: creating a destination buffer")
  void bounds_are_checked_when_a_part_of_an_array_is_named() {
    byte[] array = new byte[16];
    for (int[] bad : new int[][] {{0, -1}, {-1, 4}, {4, 3}, {0, 17}, {17, 17}, {1, 1 << 31}}) {
      assertThatThrownBy(() -> new Chunk(array, bad[0], bad[1]))
          .as("%s", Arrays.toString(bad))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
    for (int[] good : new int[][] {{0, 0}, {0, 16}, {16, 16}, {15, 16}}) {
      assertThat(new Chunk(array, good[0], good[1]).length()).isEqualTo(good[1] - good[0]);
    }
  }

  @Test
  @DisplayName("test_p2p_buffer_reader.ml: the safe constructor")
  void the_whole_of_an_array_is_from_zero_to_its_length() {
    for (int size = 0; size < 128; size++) {
      byte[] array = new byte[size];
      assertThat(Chunk.of(array)).isEqualTo(new Chunk(array, 0, size));
    }
  }

  @Test
  @DisplayName("test_p2p_buffer_reader.ml: read waits, and can be cancelled")
  void a_read_waits_while_there_is_nothing_and_can_be_cancelled() {
    reader.read(new Taking(1));
    time.advanceTimeBy(Duration.ofHours(1));
    assertThat(heard.size()).isZero();
    reader.cancel();
    send(new byte[1]);
    assertThat(heard.size()).isZero();
  }

  @Test
  @DisplayName("test_p2p_buffer_reader.ml: read returns at most what it was given room for")
  void a_read_takes_no_more_than_it_wants() {
    for (int round = 0; round < ROUNDS; round++) {
      int wanted = 1 + random.nextInt(50);
      int before = heard.size();
      reader.read(new Taking(wanted));
      send(bytes(1 + random.nextInt(100)));
      assertThat(heard.size() - before).as("seed %d", seed).isBetween(1, wanted);
    }
  }

  @Test
  @DisplayName("test_p2p_buffer_reader.ml: a partial read keeps the rest")
  void what_a_read_leaves_is_there_for_the_next_one() {
    byte[] all = bytes(2_000);
    send(all);
    while (heard.size() < all.length) {
      reader.read(new Taking(1 + random.nextInt(50)));
      turn();
    }
    assertThat(heard.toByteArray()).as("seed %d", seed).isEqualTo(all);
  }

  @Test
  @DisplayName("test_p2p_buffer_reader.ml: read_full fills the buffer")
  void a_full_read_fills_all() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] payload = bytes(FrameCodec.TAG_LENGTH + random.nextInt(1_000));
      FrameAssembler frame = FrameAssembler.sealed();
      byte[] wire = framed(payload);
      assertThat(frame.feed(wire, 0, wire.length)).isEqualTo(wire.length);
      assertThat(payloadOf(frame)).as("seed %d", seed).isEqualTo(payload);
    }
  }

  @Test
  @DisplayName("test_p2p_buffer_reader.ml: read_full waits for as many segments as it needs")
  void a_full_read_waits_for_as_many_segments_as_it_needs() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] payload = bytes(FrameCodec.TAG_LENGTH + random.nextInt(1_000));
      byte[] wire = framed(payload);
      FrameAssembler frame = FrameAssembler.sealed();
      int at = 0;
      while (at < wire.length) {
        assertThat(frame.isComplete()).isFalse();
        int end = Math.min(wire.length, at + 1 + random.nextInt(100));
        // A segment of its own, as a link would lend it.
        byte[] segment = Arrays.copyOfRange(wire, at, end);
        assertThat(frame.feed(segment, 0, segment.length)).isEqualTo(segment.length);
        at = end;
      }
      assertThat(payloadOf(frame)).as("seed %d", seed).isEqualTo(payload);
    }
  }

  private static byte[] framed(byte[] payload) {
    byte[] wire = new byte[FrameCodec.HEADER_LENGTH + payload.length];
    FrameCodec.putPayloadLength(wire, 0, payload.length);
    System.arraycopy(payload, 0, wire, FrameCodec.HEADER_LENGTH, payload.length);
    return wire;
  }

  private static byte[] payloadOf(FrameAssembler frame) {
    assertThat(frame.isComplete()).isTrue();
    return Arrays.copyOfRange(frame.array(), frame.offset(), frame.offset() + frame.length());
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private void send(byte[] bytes) {
    ends.get(1).send(Mono.just(bytes.clone())).subscribe();
    turn();
  }

  private void turn() {
    time.advanceTimeBy(Duration.ZERO);
  }

  /** Takes so many bytes at most, and puts the rest back. */
  private final class Taking implements LinkReader.Handler {
    private final int most;

    Taking(int most) {
      this.most = most;
    }

    @Override
    public void onChunk(Chunk chunk) {
      int end = Math.min(chunk.end(), chunk.start() + most);
      heard.write(chunk.array(), chunk.start(), end - chunk.start());
      reader.unread(chunk.from(end).copy());
    }

    @Override
    public void onEnd() {
      throw new AssertionError("nobody closed the link");
    }

    @Override
    public void onFailure(Throwable cause) {
      // Cancelled, where that is the test.
    }
  }
}
