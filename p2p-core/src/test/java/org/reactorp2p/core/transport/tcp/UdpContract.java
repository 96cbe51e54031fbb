/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.DatagramContract;

/** Datagrams on the loopback, which has a broadcast address of its own. */
interface UdpContract extends DatagramContract {

  @Override
  default Point everybody() {
    return Point.parse("127.255.255.255:0");
  }

  @Override
  default Point here() {
    return Point.parse("127.0.0.1:0");
  }
}
