/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.connect;

import com.sun.management.OperatingSystemMXBean;
import io.netty.buffer.ByteBuf;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.reactorp2p.bench.contender.Contender;
import org.reactorp2p.bench.contender.Intake;
import org.reactorp2p.bench.contender.Line;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.process.Orders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Both ends of many short connections, in a process of their own: dials, shakes hands, closes, and
 * dials anew.
 *
 * <pre>
 *   run MILLIS AT_ONCE    a {@link Tally}
 * </pre>
 */
public final class Caller {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Contender host;
  private final Contender guest;
  private final AtomicLong strangers = new AtomicLong();
  private final AtomicLong visits = new AtomicLong();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Caller(Stack stack) {
    this.host = stack.open();
    this.guest = stack.open();
  }

  /** Started by {@link ConnectCommand}, with the name of a {@link Stack}. */
  public static void main(String[] args) throws Exception {
    Orders.obey(new Caller(Stack.valueOf(args[0]))::obey);
  }

  private String obey(List<String> words) {
    if (!words.get(0).equals("run")) {
      throw new IllegalArgumentException("no such order: " + words);
    }
    long millis = Long.parseLong(words.get(1));
    return run(millis, Integer.parseInt(words.get(2))).toLine();
  }

  private Tally run(long millis, int atOnce) {
    Contender.Door door = await(host.listen(Payload.SMALL, this::welcome));
    visits.set(0);
    strangers.set(0);
    long begin = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    long end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
    long connections =
        await(
            Flux.range(0, atOnce)
                .flatMap(caller -> calls(door.port(), end), atOnce)
                .reduce(0L, Long::sum));
    long nanos = System.nanoTime() - begin;
    long cpuNanos = system.getProcessCpuTime() - cpu;
    awaitVisits(connections);
    long faults = strangers.get() + Math.abs(visits.get() - connections);
    Tally tally = new Tally(connections, nanos, cpuNanos, faults);
    door.close().block(PATIENCE);
    return tally;
  }

  /** The host may hear of the last ones a moment later than the guest is done with them. */
  private void awaitVisits(long connections) {
    Flux.interval(Duration.ZERO, Duration.ofMillis(5))
        .takeUntil(tick -> visits.get() >= connections)
        .take(GRACE)
        .then()
        .block(PATIENCE);
  }

  /** Call after call until the time is over; how many there were. */
  private Mono<Long> calls(int port, long end) {
    return Mono.defer(() -> call(port)).repeat(() -> System.nanoTime() - end < 0).count();
  }

  private Mono<Boolean> call(int port) {
    return guest
        .dial(port, Payload.SMALL)
        .flatMap(
            line -> {
              meet(line, host);
              Mono<Void> over = line.receive(Nothing.EXPECTED);
              return line.close().then(over).thenReturn(true);
            });
  }

  private void welcome(Line line) {
    visits.incrementAndGet();
    meet(line, guest);
    line.receive(Nothing.EXPECTED).onErrorComplete().subscribe();
  }

  /** Where the other end proves who it is, it must be the right one. */
  private void meet(Line line, Contender expected) {
    boolean proved = !line.peer().equals(Contender.NOBODY);
    if (proved && !line.peer().equals(expected.self())) {
      strangers.incrementAndGet();
    }
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE), "nothing came of it");
  }

  /** Nobody says a word. */
  private enum Nothing implements Intake {
    EXPECTED;

    @Override
    public void message(byte[] body) {
      throw new IllegalStateException("a message");
    }

    @Override
    public void message(ByteBuf body) {
      throw new IllegalStateException("a message");
    }

    @Override
    public void stream(ByteBuf bytes) {
      throw new IllegalStateException("a message");
    }
  }
}
