/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.DoorContract;
import org.reactorp2p.core.transport.StreamContract;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.TransportContract;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The contract, over memory. */
class MemoryNetworkTest implements TransportContract, StreamContract, DoorContract {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final Scheduler thread = Schedulers.newSingle("memory-network");
  private final Transport machine = MemoryNetwork.on(thread).machine(HERE);

  @AfterEach
  void dispose() {
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
