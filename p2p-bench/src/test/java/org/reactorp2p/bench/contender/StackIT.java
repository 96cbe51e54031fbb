/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Whoever is measured carries every byte, and says truly who is at the other end. */
@Timeout(60)
class StackIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MESSAGES = 40;
  private static final Set<Stack> KNOW_BOTH = EnumSet.of(Stack.VECTOR, Stack.PLAIN, Stack.TLS);

  static List<Arguments> everybody_with_everything() {
    return Arrays.stream(Stack.values())
        .flatMap(
            stack -> Arrays.stream(Payload.values()).map(payload -> Arguments.of(stack, payload)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everybody_with_everything")
  void what_is_sent_arrives_whole_from_whom_it_says(Stack stack, Payload payload) {
    Contender host = stack.open();
    Contender guest = stack.open();
    Sinks.One<Visit> visited = Sinks.one();
    Contender.Door door =
        host.listen(payload, line -> visited.tryEmitValue(new Visit(line))).block(PATIENCE);
    Line out = guest.dial(door.port(), payload).block(PATIENCE);
    Cargo cargo = new Cargo(payload);

    out.send(Flux.range(0, MESSAGES).map(cargo::parcel)).block(PATIENCE);
    String seen = out.peer();
    out.close().block(PATIENCE);
    Visit visit = visited.asMono().block(PATIENCE);
    visit.over.block(PATIENCE);
    door.close().block(PATIENCE);

    ByteBuf all = Unpooled.buffer();
    for (int i = 0; i < MESSAGES; i++) {
      all.writeBytes(cargo.body(i));
    }
    assertThat(visit.seen).isEqualTo(all);
    assertThat(out.dropped() + visit.line.dropped()).isZero();
    if (KNOW_BOTH.contains(stack)) {
      assertThat(seen).isEqualTo(host.self()).isNotEqualTo(Contender.NOBODY);
      assertThat(visit.peer).isEqualTo(guest.self()).isNotEqualTo(seen);
    }
  }

  /** Takes everything down as bytes. */
  private static final class Visit implements Intake {

    private final Line line;
    private final String peer;
    private final ByteBuf seen = Unpooled.buffer();
    private final Mono<Void> over;

    Visit(Line line) {
      this.line = line;
      this.peer = line.peer();
      this.over = line.receive(this);
    }

    @Override
    public void message(byte[] body) {
      seen.writeBytes(body);
    }

    @Override
    public void message(ByteBuf body) {
      seen.writeBytes(body.duplicate());
    }

    @Override
    public void stream(ByteBuf bytes) {
      seen.writeBytes(bytes.duplicate());
    }
  }
}
