/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import java.net.InetAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.DoorContract;
import org.reactorp2p.core.transport.Ear;
import org.reactorp2p.core.transport.StreamContract;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.TransportContract;

/** The contract, over TCP with Linux epoll. */
class EpollTransportIT implements TransportContract, StreamContract, DoorContract, UdpContract {

  private static TcpTransport transport;

  @BeforeAll
  static void start() {
    transport = TcpTransport.create(TcpConfig.defaults().withEngine(TcpConfig.Engine.EPOLL));
  }

  @AfterAll
  static void end() {
    transport.disposeLater().block(Ear.PATIENCE);
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
