/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Links over TCP: the only room in which Netty and Reactor Netty are known.
 *
 * <p>Start with {@link org.reactorp2p.core.transport.tcp.TcpTransport}, set by {@link
 * org.reactorp2p.core.transport.tcp.TcpConfig}. Reactor Netty makes the connections and keeps the
 * event loops; from the moment a connection stands, {@code TcpLink} and its {@code TcpReader} carry
 * the bytes themselves, because the demand must reach the socket, and one batch at a time is
 * written. No buffer of Netty's leaves this package, and none is kept: what is read is copied once
 * out of a buffer that belongs to the event loop, into an array that goes round.
 */
@NullMarked
package org.reactorp2p.core.transport.tcp;

import org.jspecify.annotations.NullMarked;
