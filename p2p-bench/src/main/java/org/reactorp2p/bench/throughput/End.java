/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.bench.contender.Cargo;
import org.reactorp2p.bench.contender.Contender;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.process.Orders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One end of a measurement, in a process of its own.
 *
 * <pre>
 *   self                      who we are
 *   listen PAYLOAD            port
 *   dial PORT PAYLOAD LINES   "dialled"
 *   read                      a {@link Reading}
 *   stop                      a {@link Closing}
 * </pre>
 */
public final class End {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Contender contender;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final List<Departure> departures = new ArrayList<>();
  private Contender.@Nullable Door door;
  private @Nullable Arrivals arrivals;

  private End(Contender contender) {
    this.contender = contender;
  }

  /** Started by {@link Ends}, with the name of a {@link Stack}. */
  public static void main(String[] args) throws Exception {
    Orders.obey(new End(Stack.valueOf(args[0]).open())::obey);
  }

  private String obey(List<String> words) {
    return switch (words.get(0)) {
      case "self" -> contender.self();
      case "listen" -> listen(Payload.valueOf(words.get(1)));
      case "dial" ->
          dial(
              Integer.parseInt(words.get(1)),
              Payload.valueOf(words.get(2)),
              Integer.parseInt(words.get(3)));
      case "read" -> read().toLine();
      case "stop" -> stop().toLine();
      default -> throw new IllegalArgumentException("no such order: " + words);
    };
  }

  private String listen(Payload payload) {
    Arrivals coming = new Arrivals(new Cargo(payload));
    Contender.Door open = await(contender.listen(payload, coming::begin));
    arrivals = coming;
    door = open;
    return Integer.toString(open.port());
  }

  private String dial(int port, Payload payload, int lines) {
    Cargo cargo = new Cargo(payload);
    for (int i = 0; i < lines; i++) {
      Departure departure = new Departure(await(contender.dial(port, payload)), cargo);
      departures.add(departure);
      departure.begin();
    }
    return "dialled";
  }

  private Reading read() {
    long messages = arrivals == null ? 0 : arrivals.messages();
    return new Reading(System.nanoTime(), system.getProcessCpuTime(), messages);
  }

  private Closing stop() {
    Closing closing = await(door == null ? stopSending() : stopTaking(door));
    departures.clear();
    arrivals = null;
    door = null;
    return closing;
  }

  private Mono<Closing> stopSending() {
    return Flux.fromIterable(departures)
        .flatMapSequential(Departure::stop, Integer.MAX_VALUE)
        .reduce(Closing::plus);
  }

  private Mono<Closing> stopTaking(Contender.Door open) {
    Mono<Closing> closing = Objects.requireNonNull(arrivals, "a door without arrivals").closing();
    return closing.flatMap(all -> open.close().thenReturn(all));
  }

  private static <T> T await(Mono<T> mono) {
    return Objects.requireNonNull(mono.block(PATIENCE), "nothing came of it");
  }
}
