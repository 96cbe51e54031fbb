/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Ear;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.tcp.TcpConfig.Engine;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** However a link comes about and ends, its descriptor is given back. */
@EnabledOnOs(OS.LINUX)
class DescriptorsIT {

  private static final int CYCLES = 400;
  private static final Path OPEN = Path.of("/proc/self/fd");

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void X_03_a_dial_cancelled_at_each_await_point_leaves_no_descriptor(Engine engine) {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    ledger(
        engine,
        (transport, listener) -> {
          Disposable dial =
              transport
                  .dial(listener.local())
                  .timeout(Duration.ofMinutes(1))
                  .subscribe(Link::abort);
          for (int turns = random.nextInt(3_000); turns > 0; turns--) {
            Thread.onSpinWait();
          }
          dial.dispose();
        },
        "seed " + seed);
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void X_03_a_timeout_in_the_moment_of_success_leaves_no_descriptor(Engine engine) {
    ledger(
        engine,
        (transport, listener) ->
            transport
                .dial(listener.local())
                .timeout(Duration.ofNanos(300_000))
                .flatMap(link -> link.close())
                .onErrorComplete()
                .block(Ear.PATIENCE),
        "timeouts");
  }

  @ParameterizedTest
  @EnumSource(names = {"EPOLL", "NIO"})
  void R_02_dials_refusals_closes_and_aborts_leave_no_descriptor(Engine engine) {
    ledger(
        engine,
        (transport, listener) -> {
          Link closed = transport.dial(listener.local()).block(Ear.PATIENCE);
          closed.close().block(Ear.PATIENCE);
          Link aborted = transport.dial(listener.local()).block(Ear.PATIENCE);
          aborted.abort();
          transport
              .dial(new Point(listener.local().address(), 1))
              .onErrorComplete()
              .block(Ear.PATIENCE);
        },
        "mixed");
  }

  private interface Cycle {
    void run(Transport transport, Listener listener);
  }

  private static void ledger(Engine engine, Cycle cycle, String description) {
    var transport = TcpTransport.create(TcpConfig.defaults().withEngine(engine));
    Listener listener =
        transport.listen(new Point(InetAddress.getLoopbackAddress(), 0)).block(Ear.PATIENCE);
    listener
        .accept()
        .subscribe(link -> link.receive().then(link.close()).onErrorComplete().subscribe());
    Mono.fromRunnable(() -> cycle.run(transport, listener)).repeat(20).blockLast(Ear.PATIENCE);
    long before = settled(open());

    for (int i = 0; i < CYCLES; i++) {
      cycle.run(transport, listener);
    }

    assertThat(settled(before)).as(description).isLessThanOrEqualTo(before);
    transport.disposeLater().block(Ear.PATIENCE);
  }

  /** Waits for the ledger to come down to the limit, and says where it stands. */
  private static long settled(long limit) {
    return Flux.interval(Duration.ofMillis(50))
        .map(tick -> open())
        .takeUntil(count -> count <= limit)
        .take(100)
        .blockLast(Ear.PATIENCE);
  }

  /** Sockets only: the JVM opens files of its own whenever it likes. */
  private static long open() {
    try (var descriptors = Files.list(OPEN)) {
      return descriptors.filter(DescriptorsIT::isSocket).count();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
