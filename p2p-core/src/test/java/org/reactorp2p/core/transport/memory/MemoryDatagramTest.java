/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.DatagramContract;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Transport;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class MemoryDatagramTest implements DatagramContract {

  private static final Point HERE = Point.parse("10.0.0.1:0");

  private final Scheduler scheduler = Schedulers.newSingle("memory", true);
  private final Transport machine = MemoryNetwork.on(scheduler).machine(HERE.address());

  @AfterEach
  void end() {
    scheduler.dispose();
  }

  @Override
  public Transport transport() {
    return machine;
  }

  @Override
  public Point everybody() {
    return Point.parse("255.255.255.255:0");
  }

  @Override
  public Point here() {
    return HERE;
  }

  @Test
  void another_machines_address_is_none_of_ours() {
    assertThatThrownBy(() -> machine.datagrams(Point.parse("10.0.0.2:1"), 10).block())
        .isInstanceOf(LinkException.class);
  }
}
