/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.limit;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.StreamContract;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.TransportContract;
import org.reactorp2p.core.transport.memory.MemoryConfig;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A limited link is a link: the contract, without a limit, with one that binds, and with both. */
class LimitedContractTest {

  private static final ByteRate BINDING = ByteRate.ofMebibytes(256);

  @Nested
  class Unlimited extends Limited {
    Unlimited() {
      super(ByteRate.UNLIMITED);
    }
  }

  @Nested
  class Binding extends Limited {
    Binding() {
      super(BINDING);
    }
  }

  /** Now with a limit and now without, every other millisecond. */
  @Nested
  class Switching extends Limited {
    private boolean limited;
    private final Disposable turns =
        timer.schedulePeriodically(this::turn, 0, 1, TimeUnit.MILLISECONDS);

    Switching() {
      super(BINDING);
    }

    private void turn() {
      limited = !limited;
      upload.rate(limited ? BINDING : ByteRate.UNLIMITED);
      download.rate(limited ? ByteRate.UNLIMITED : BINDING);
    }

    @AfterEach
    void stop() {
      turns.dispose();
    }
  }

  abstract static class Limited implements TransportContract, StreamContract {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Scheduler thread = Schedulers.newSingle("memory-network");
    final Scheduler timer = Schedulers.newSingle("bandwidth");
    final BandwidthScheduler upload;
    final BandwidthScheduler download;
    private final Transport machine;

    Limited(ByteRate rate) {
      upload = BandwidthScheduler.create(rate, timer, System::nanoTime);
      download = BandwidthScheduler.create(rate, timer, System::nanoTime);
      machine = new LimitedTransport(MemoryNetwork.on(thread).machine(HERE), upload, download);
    }

    @AfterEach
    void dispose() {
      timer.dispose();
      thread.dispose();
    }

    @Override
    public Transport transport() {
      return machine;
    }

    @Override
    public Point somewhere() {
      return new Point(HERE, 0);
    }

    @Override
    public long buffers() {
      return MemoryConfig.DEFAULT.pipeCapacity();
    }
  }
}
