/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.contender.Cargo;
import org.reactorp2p.bench.contender.Contender;
import org.reactorp2p.bench.contender.Line;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.process.Orders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One partner of conversations, in a process of its own.
 *
 * <pre>
 *   self                     who we are
 *   answer PAYLOAD           port; from now on answers everybody
 *   ask PORT PAYLOAD LINES   "asking"; that many lines are open
 *   pace EVERY QUESTIONS     on the first line; a compressed histogram in Base64
 *   talk                     "talking"; on every line, a question after each answer
 *   read                     a {@link Reading}
 *   stop                     a {@link Goodbye}
 * </pre>
 */
public final class Partner {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int AT_ONCE = 64;

  private final Contender contender;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final List<Echo> echoes = new CopyOnWriteArrayList<>();
  private volatile Consumer<Echo> manner = echo -> {};
  private Contender.@Nullable Door door;

  private Partner(Contender contender) {
    this.contender = contender;
  }

  /** Started by {@link Pair}, with the name of a {@link Stack}. */
  public static void main(String[] args) throws Exception {
    Orders.obey(new Partner(Stack.valueOf(args[0]).open())::obey);
  }

  private String obey(List<String> words) {
    return switch (words.get(0)) {
      case "self" -> contender.self();
      case "answer" -> answer(Payload.valueOf(words.get(1)));
      case "ask" ->
          ask(
              Integer.parseInt(words.get(1)),
              Payload.valueOf(words.get(2)),
              Integer.parseInt(words.get(3)));
      case "pace" -> pace(Long.parseLong(words.get(1)), Long.parseLong(words.get(2)));
      case "talk" -> talk();
      case "read" -> read().toLine();
      case "stop" -> stop().toLine();
      default -> throw new IllegalArgumentException("no such order: " + words);
    };
  }

  private String answer(Payload payload) {
    Cargo cargo = new Cargo(payload);
    manner = Echo::say;
    Contender.Door open = await(contender.listen(payload, line -> begin(line, cargo)));
    door = open;
    return Integer.toString(open.port());
  }

  private String ask(int port, Payload payload, int lines) {
    Cargo cargo = new Cargo(payload);
    manner = echo -> {};
    Flux.range(0, lines)
        .flatMap(i -> contender.dial(port, payload), AT_ONCE)
        .doOnNext(line -> begin(line, cargo))
        .then()
        .block(PATIENCE);
    return "asking";
  }

  private void begin(Line line, Cargo cargo) {
    echoes.add(new Echo(line, cargo).listen(echo -> manner.accept(echo)));
  }

  private String pace(long every, long questions) {
    Pace pace = new Pace(every, questions);
    manner = pace;
    Histogram latencies = pace.run(echoes.get(0));
    ByteBuffer bytes = ByteBuffer.allocate(latencies.getNeededByteBufferCapacity());
    int length = latencies.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }

  private String talk() {
    manner = Echo::say;
    echoes.forEach(Echo::say);
    return "talking";
  }

  private Reading read() {
    long heard = echoes.stream().mapToLong(Echo::heard).sum();
    return new Reading(System.nanoTime(), system.getProcessCpuTime(), heard);
  }

  private Goodbye stop() {
    manner = echo -> {};
    Flux.fromIterable(echoes)
        .flatMap(echo -> door == null ? echo.close() : echo.over(), Integer.MAX_VALUE)
        .then()
        .block(PATIENCE);
    if (door != null) {
      door.close().block(PATIENCE);
      door = null;
    }
    long faults = echoes.stream().mapToLong(Echo::faults).sum();
    String peers = echoes.stream().map(Echo::peer).distinct().collect(Collectors.joining("+"));
    Goodbye goodbye = new Goodbye(echoes.size(), faults, peers);
    echoes.clear();
    return goodbye;
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE), "nothing came of it");
  }
}
