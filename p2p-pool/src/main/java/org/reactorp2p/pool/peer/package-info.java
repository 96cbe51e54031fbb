/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who is being talked to, and how far that has come.
 *
 * <p>{@link org.reactorp2p.pool.peer.PassageTable} is the table; a {@link
 * org.reactorp2p.pool.peer.Passage} is one line of it, found by peer and by point, and its {@link
 * org.reactorp2p.pool.peer.Stage} says how far it is. {@link org.reactorp2p.pool.peer.PeerAddress}
 * is where somebody is to be dialled, {@link org.reactorp2p.pool.peer.Backoff} how soon again. No
 * threads, no I/O.
 */
@NullMarked
package org.reactorp2p.pool.peer;

import org.jspecify.annotations.NullMarked;
