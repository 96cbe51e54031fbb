/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who is being talked to, how far that has come, and what is remembered of whom.
 *
 * <p>{@link org.reactorp2p.pool.peer.PassageTable} is the table of what goes on; a {@link
 * org.reactorp2p.pool.peer.Passage} is one line of it, found by peer and by point, and its {@link
 * org.reactorp2p.pool.peer.Stage} says how far it is. {@link org.reactorp2p.pool.peer.Memory} is
 * what stays: bounded tables of every {@link org.reactorp2p.pool.peer.KnownPoint} and {@link
 * org.reactorp2p.pool.peer.KnownPeer}, of which an {@code Eviction} decides who has to go. The
 * {@link org.reactorp2p.pool.peer.Register} moves the one and writes into the other, in one breath.
 *
 * <p>{@link org.reactorp2p.pool.peer.PeerAddress} is where somebody is to be dialled, {@link
 * org.reactorp2p.pool.peer.Backoff} how soon again. No threads, no I/O.
 */
@NullMarked
package org.reactorp2p.pool.peer;

import org.jspecify.annotations.NullMarked;
