/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One end of a measurement, in a process of its own. It does what the lines on its standard input
 * say, answers each with one line, and ends when its input does, so that no end outlives the
 * process that started it.
 *
 * <pre>
 *   self                  who we are
 *   listen PAYLOAD        port
 *   dial PORT PAYLOAD     "dialled"
 *   read                  a {@link Reading}
 *   stop                  a {@link Closing}
 * </pre>
 */
public final class End {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Contender contender;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private Contender.@Nullable Inbound inbound;
  private Contender.@Nullable Outbound outbound;

  private End(Contender contender) {
    this.contender = contender;
  }

  /** Started by {@link Ends}, with the name of a {@link Stack}. */
  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    End end = new End(Stack.valueOf(args[0]).open());
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order; (order = orders.readLine()) != null; ) {
      answers.println(end.obey(order.split(" ", -1)));
      answers.flush();
    }
    System.exit(0);
  }

  private String obey(String[] words) {
    return switch (words[0]) {
      case "self" -> contender.self();
      case "listen" -> listen(Payload.valueOf(words[1]));
      case "dial" -> dial(Integer.parseInt(words[1]), Payload.valueOf(words[2]));
      case "read" -> read().toLine();
      case "stop" -> stop().toLine();
      default -> throw new IllegalArgumentException("no such order: " + words[0]);
    };
  }

  private String listen(Payload payload) {
    Contender.Inbound in = contender.listen(new Cargo(payload));
    inbound = in;
    return Integer.toString(in.port());
  }

  private String dial(int port, Payload payload) {
    outbound = contender.dial(port, new Cargo(payload));
    return "dialled";
  }

  private Reading read() {
    long messages = inbound == null ? 0 : inbound.messages();
    return new Reading(System.nanoTime(), system.getProcessCpuTime(), messages);
  }

  private Closing stop() {
    var closing =
        outbound == null
            ? Objects.requireNonNull(inbound, "nothing to stop").closing()
            : outbound.stop();
    inbound = null;
    outbound = null;
    return Objects.requireNonNull(closing.block(PATIENCE), "no closing");
  }
}
