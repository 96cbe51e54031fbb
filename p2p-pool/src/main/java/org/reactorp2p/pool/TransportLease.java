/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import reactor.core.publisher.Mono;

/**
 * A transport for as long as a network runs.
 *
 * @param transport the way to others
 * @param release hands it back, on subscription; completes when its threads are gone, if it had any
 */
public record TransportLease(Transport transport, Mono<Void> release) {

  /** One that ends with the network. */
  public static TransportLease owned(TcpTransport transport) {
    return new TransportLease(transport, transport.disposeLater());
  }

  /** One that stays its owner's. */
  public static TransportLease borrowed(Transport transport) {
    return new TransportLease(transport, Mono.empty());
  }
}
