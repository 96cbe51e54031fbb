/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The seam between the protocol and the network: bytes go in, bytes come out, and nothing above it
 * knows what carries them.
 *
 * <p>A {@link Transport} reaches others and lets itself be reached; what it yields is a {@link
 * Link}, a stream of bytes each way. {@link LinkReader} turns the incoming stream into one read at
 * a time, so that a handshake can hand the link on without losing a byte. {@link LinkException}
 * says what went wrong, sorted by what a caller would do about it. For beacons a transport may also
 * open a {@link DatagramPort}.
 *
 * <p>Two transports stand behind the seam: TCP in {@code transport.tcp} and its twin in memory in
 * {@code transport.memory}. One contract suite runs over both.
 */
@NullMarked
package org.reactorp2p.core.transport;

import org.jspecify.annotations.NullMarked;
