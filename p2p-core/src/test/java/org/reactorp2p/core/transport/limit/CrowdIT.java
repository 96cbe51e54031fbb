/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Ear;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Many limited links on sockets, most of which say nothing. */
class CrowdIT {

  private static final int LINKS = 1_000;
  private static final int SHARES = 10_000;
  private static final ByteRate RATE = ByteRate.ofMebibytes(4);
  private static final Duration TIME = Duration.ofSeconds(2);

  private final Scheduler timer = Schedulers.newSingle("bandwidth");
  private final BandwidthScheduler upload =
      BandwidthScheduler.create(RATE, timer, System::nanoTime);
  private final BandwidthScheduler download =
      BandwidthScheduler.create(ByteRate.UNLIMITED, timer, System::nanoTime);
  private final TcpTransport tcp = TcpTransport.create(TcpConfig.defaults());
  private final ConcurrentLinkedQueue<Link> accepted = new ConcurrentLinkedQueue<>();

  @AfterEach
  void end() {
    tcp.disposeLater().block(Ear.PATIENCE);
    timer.dispose();
  }

  @Test
  void S_06_one_active_link_among_thousands_of_shares_costs_what_it_costs_alone() {
    Listener listener = tcp.listen(new Point(InetAddress.getLoopbackAddress(), 0)).block();
    listener.accept().subscribe(accepted::add);
    Link active = limited(listener);
    for (int i = 1; i < LINKS; i++) {
      limited(listener);
    }
    for (int i = LINKS; i < SHARES; i++) {
      upload.open(1);
    }
    accepted.forEach(link -> link.receive().subscribe(null, failure -> {}));
    active
        .send(Flux.generate(sink -> sink.next(new byte[16 << 10])))
        .subscribe(null, failure -> {});

    long thread = timersThread();
    var threads = ManagementFactory.getThreadMXBean();
    long bytes = upload.stat().totalBytes();
    long began = System.nanoTime();
    long busy = threads.getThreadCpuTime(thread);
    Mono.delay(TIME).block();
    long busyAfter = threads.getThreadCpuTime(thread);
    double seconds = (System.nanoTime() - began) / 1e9;

    // A busy machine may wake us late; how exact a rate is, others measure.
    assertThat((upload.stat().totalBytes() - bytes) / seconds)
        .isBetween(0.25 * RATE.bytesPerSecond(), 1.05 * RATE.bytesPerSecond());
    // A tick that visited 10,000 shares would take most of a millisecond, and there are hundreds.
    assertThat(Duration.ofNanos(busyAfter - busy)).isLessThan(Duration.ofMillis(100));
  }

  private Link limited(Listener listener) {
    Link link = tcp.dial(listener.local()).block(Ear.PATIENCE);
    return LimitedLink.of(link, upload.open(1), download.open(1));
  }

  private long timersThread() {
    return Mono.fromCallable(() -> Thread.currentThread().getId()).subscribeOn(timer).block();
  }
}
