/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The nouns of a connection: who, where, which network, and why not.
 *
 * <p>{@link org.reactorp2p.core.model.Point} is where a node listens and {@link
 * org.reactorp2p.core.model.IdPoint} where a connected peer may be reached back; {@link
 * org.reactorp2p.core.model.NetworkVersion} is what two peers must agree on, {@link
 * org.reactorp2p.core.model.NackMotive} why one refused, and {@link
 * org.reactorp2p.core.model.PeerInfo} all that is known of a peer once both said yes. What a peer
 * says of itself is {@link org.reactorp2p.core.model.RemoteMetadata}, whatever it means to the
 * application. Values only: immutable, no I/O, no name lookup. Imports nothing of p2p-core.
 */
@NullMarked
package org.reactorp2p.core.model;

import org.jspecify.annotations.NullMarked;
