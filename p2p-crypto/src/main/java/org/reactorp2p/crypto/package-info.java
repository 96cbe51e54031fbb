/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The cellar of secrets: who a peer is, and how bytes are sealed between two of them. Synchronous,
 * no threads of its own, no logging, no I/O.
 *
 * <p>Four rooms; each uses only those above it:
 *
 * <ul>
 *   <li>{@code hash}: BLAKE2b, the one hash of the protocol
 *   <li>{@code identity}: keys, peer ids, proof of work
 *   <li>{@code box}: XSalsa20-Poly1305 in place, plain and vectorised
 *   <li>{@code session}: transcript, keys and nonces of one connection
 * </ul>
 */
@NullMarked
package org.reactorp2p.crypto;

import org.jspecify.annotations.NullMarked;
