/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.limit;

import java.net.InetAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Ear;
import org.reactorp2p.core.transport.StreamContract;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.TransportContract;
import org.reactorp2p.core.transport.tcp.KernelBuffers;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The contract, over TCP with a limit that binds. */
class LimitedTcpIT implements TransportContract, StreamContract {

  private static final ByteRate BINDING = ByteRate.ofMebibytes(256);

  private static Scheduler timer;
  private static TcpTransport tcp;
  private static LimitedTransport transport;

  @BeforeAll
  static void start() {
    timer = Schedulers.newSingle("bandwidth");
    tcp = TcpTransport.create(TcpConfig.defaults());
    transport = new LimitedTransport(tcp, bandwidth(), bandwidth());
  }

  private static BandwidthScheduler bandwidth() {
    return BandwidthScheduler.create(BINDING, timer, System::nanoTime);
  }

  @AfterAll
  static void end() {
    tcp.disposeLater().block(Ear.PATIENCE);
    timer.dispose();
  }

  @Override
  public Transport transport() {
    return transport;
  }

  @Override
  public Point somewhere() {
    return new Point(InetAddress.getLoopbackAddress(), 0);
  }

  @Override
  public long buffers() {
    return KernelBuffers.mostPerLink();
  }
}
